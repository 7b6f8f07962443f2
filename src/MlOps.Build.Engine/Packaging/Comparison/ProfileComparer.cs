using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>How the training rows look otherwise, column by column. A description, not a test: drift has its own.</summary>
internal static class ProfileComparer
{
    private const string Area = "data";

    public static IEnumerable<Change> Compare(TrainingProfile before, TrainingProfile after)
    {
        foreach (var (name, first, second) in Words.Pairs(before.Columns, after.Columns, column => column.Name))
        {
            if (first is null || second is null || first.Sensitive || second.Sensitive)
                continue;
            var parts = Parts(first, second, before.Rows, after.Rows).ToList();
            if (parts.Count > 0)
                yield return new Change(Area, ChangeLevel.Compatible, $"training rows, {name}: {string.Join("; ", parts)}");
        }
    }

    private static IEnumerable<string> Parts(ColumnProfile before, ColumnProfile after, long rowsBefore, long rowsAfter)
    {
        var (missingBefore, missingAfter) = (Percent(before.Missing, rowsBefore), Percent(after.Missing, rowsAfter));
        if (missingBefore != missingAfter)
            yield return $"missing {missingBefore} -> {missingAfter}";
        if (before.Mean != after.Mean)
            yield return $"mean {Short(before.Mean)} -> {Short(after.Mean)}";
        if (before.Minimum != after.Minimum)
            yield return $"minimum {before.Minimum ?? "none"} -> {after.Minimum ?? "none"}";
        if (before.Maximum != after.Maximum)
            yield return $"maximum {before.Maximum ?? "none"} -> {after.Maximum ?? "none"}";
        if (before.Distinct != after.Distinct)
            yield return $"different values {Words.Count(before.Distinct)} -> {Words.Count(after.Distinct)}";
    }

    private static string Percent(long part, long rows) =>
        string.Create(CultureInfo.InvariantCulture, $"{(rows == 0 ? 0 : 100.0 * part / rows):0.#} %");

    private static string Short(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "none";
}
