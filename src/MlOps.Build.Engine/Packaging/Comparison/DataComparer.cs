using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>Which files, rows and rules changed, and how the rows were divided.</summary>
internal static class DataComparer
{
    private const string Area = "data";

    public static IEnumerable<Change> Compare(DataSummary before, DataSummary after)
    {
        foreach (var (path, first, second) in Words.Pairs(before.Files, after.Files, file => file.Path))
        {
            if (first is null)
                yield return Words.Added(Area, $"file {path} ({Words.Count(second!.Bytes)} bytes)");
            else if (second is null)
                yield return Words.Removed(Area, $"file {path}");
            else if (first.Sha256 != second.Sha256)
                yield return Words.Changed(Area, $"file {path}", Text(first), Text(second));
        }

        if (before.Rows != after.Rows)
            yield return Words.Changed(Area, "rows", Words.Count(before.Rows), Words.Count(after.Rows));
        foreach (var (name, first, second) in Words.Pairs(before.Columns, after.Columns, column => column.Name))
        {
            if (first is null)
                yield return Words.Added(Area, $"column {name} ({second!.Type})");
            else if (second is null)
                yield return Words.Removed(Area, $"column {name}");
            else if (first.Type != second.Type)
                yield return Words.Changed(Area, $"type of column {name}", first.Type.ToString(), second.Type.ToString());
        }

        if (before.Rules != after.Rules)
            yield return Words.Changed(Area, "rules of the contract", Words.Count(before.Rules), Words.Count(after.Rules));
        if (before.Violations.Count != after.Violations.Count)
            yield return Words.Changed(Area, "broken rules", Words.Count(before.Violations.Count), Words.Count(after.Violations.Count));
    }

    public static IEnumerable<Change> Compare(SplitSummary before, SplitSummary after)
    {
        if (before.Method != after.Method)
            yield return Words.Changed(Area, "split", before.Method, after.Method);
        foreach (var (name, first, second) in Words.Pairs(before.Parts, after.Parts, part => part.Part.ToString()))
        {
            if (first?.Rows != second?.Rows)
                yield return Words.Changed(Area, $"{name.ToLowerInvariant()} rows", Words.Count(first?.Rows ?? 0), Words.Count(second?.Rows ?? 0));
        }
    }

    private static string Text(DataFile file) => $"{Words.Count(file.Bytes)} bytes, {file.Sha256[..Math.Min(8, file.Sha256.Length)]}…";
}
