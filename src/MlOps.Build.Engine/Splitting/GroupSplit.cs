using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Whole groups to each part, in the order of a hash of the group, each to the part that lacks most rows.</summary>
internal sealed class GroupSplit(SplitInput input, DiagnosticBag diagnostics)
{
    private static readonly SplitPart[] Order = [SplitPart.Train, SplitPart.Test, SplitPart.Validation];

    private readonly SplitColumn _split = new(input, diagnostics);

    public SplitParts? Parts()
    {
        if (_split.Find() is not { } column)
            return null;
        if (column.Type is ColumnType.Float32 or ColumnType.Float64)
            return _split.WrongType(column, "a group is text, a whole number, a boolean, a date or a timestamp");
        if (!_split.IsComplete(column))
            return null;
        var groups = Groups(column);
        if (groups.Count < 3)
        {
            diagnostics.Error(
                FeatureCodes.SplitPartEmpty,
                $"'{column.Name}' makes {groups.Count} groups; train, validation and test need three. Split another way.",
                input.Config.PositionOf("split.column"));
            return null;
        }

        return Deal(groups);
    }

    private List<int[]> Groups(Column column)
    {
        var hashes = RowHash.Of([column], input.Config.Seed);
        var codes = ColumnCodes.Of(column);
        return [.. input.Labelled
            .GroupBy(row => codes.Codes[row])
            .OrderBy(group => hashes[group.First()])
            .ThenBy(group => codes.Texts[group.Key], StringComparer.Ordinal)
            .Select(group => group.ToArray())];
    }

    private SplitParts Deal(List<int[]> groups)
    {
        var split = input.Config.Split;
        var wanted = new[] { 1 - split.Validation - split.Test, split.Validation, split.Test };
        var assigned = new List<int[]>[] { [], [], [] };
        foreach (var group in groups)
            assigned[(int)Order.MaxBy(part => (wanted[(int)part] * input.Labelled.Length) - Rows(assigned[(int)part]))].Add(group);
        foreach (var empty in Order.Where(part => assigned[(int)part].Count == 0))
            MoveSmallest(assigned, (int)empty);
        var parts = new SplitParts();
        foreach (var part in Order)
            parts.Add(part, [.. assigned[(int)part].SelectMany(group => group)]);
        return parts;
    }

    // Few large groups may all go to train; the smallest of the part with most groups then goes to the empty one.
    private static void MoveSmallest(List<int[]>[] assigned, int empty)
    {
        var richest = assigned.MaxBy(groups => groups.Count)!;
        var smallest = richest.MinBy(group => group.Length)!;
        richest.Remove(smallest);
        assigned[empty].Add(smallest);
    }

    private static int Rows(List<int[]> groups) => groups.Sum(group => group.Length);
}
