using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Says what a split came out as.</summary>
internal static class SplitSummarizer
{
    public static Split Summarize(SplitInput input, SplitParts parts) => new()
    {
        Train = parts.Rows(SplitPart.Train),
        Validation = parts.Rows(SplitPart.Validation),
        Test = parts.Rows(SplitPart.Test),
        Summary = new SplitSummary
        {
            Method = Method(input.Config.Split),
            Seed = input.Config.Seed,
            Parts = [.. Enum.GetValues<SplitPart>().Select(part => Part(input, part, parts.Rows(part)))],
            Unlabelled = input.Table.RowCount - input.Labelled.Length,
            LabelComparisons = LabelComparer.Compare(input.Label, parts),
            Duplicates = input.Key.Count > 0 ? 0 : EqualRows.Count(input),
        },
    };

    private static string Method(SplitConfig split) => split.Method switch
    {
        SplitMethod.Time => $"by {split.Column}",
        SplitMethod.Group => $"by group {split.Column}",
        SplitMethod.Stratified => "stratified by label",
        _ => "random",
    };

    private static SplitPartSummary Part(SplitInput input, SplitPart part, int[] rows)
    {
        var summary = new SplitPartSummary
        {
            Part = part,
            Rows = rows.Length,
            ClassCounts = ClassCounts(input, rows),
            LabelMean = input.Label.Classes.Count == 0 && rows.Length > 0 ? Mean(input, rows) : null,
        };
        if (input.Config.Split is not { Method: SplitMethod.Time, Column: { } name } || rows.Length == 0)
            return summary;
        var column = input.Table.Find(name)!;
        var time = new TimeOrder(column);
        return summary with { From = column.Text(rows.MinBy(row => time[row])), To = column.Text(rows.MaxBy(row => time[row])) };
    }

    private static long[] ClassCounts(SplitInput input, int[] rows)
    {
        var counts = new long[input.Label.Classes.Count];
        if (counts.Length == 0)
            return counts;
        foreach (var row in rows)
            counts[(int)input.Label.Values[row]]++;
        return counts;
    }

    private static double Mean(SplitInput input, int[] rows) =>
        FixedSum.Sum(rows.Select(row => (double)input.Label.Values[row]).ToArray()) / rows.Length;
}
