using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Slices;

/// <summary>Divides the test rows into groups.</summary>
internal static class SliceGroups
{
    /// <summary>The groups that are large enough: columns as declared, then buckets ascending and values by rows.</summary>
    public static IReadOnlyList<SliceGroup> Of(EvaluationRequest request, DiagnosticBag diagnostics) =>
        [.. request.Slices.SelectMany(column => Of(column, request.Config.MinimumSliceRows, diagnostics))];

    /// <summary>The groups of one column that are large enough.</summary>
    public static IEnumerable<SliceGroup> Of(SliceColumn column, int minimumRows, DiagnosticBag diagnostics)
    {
        var groups = Enumerable.Range(0, column.Values.Count)
            .Where(row => column.Values[row] is not null)
            .GroupBy(row => column.Values[row]!, StringComparer.Ordinal)
            .Select(group => new SliceGroup(column.Name, group.Key, [.. group]))
            .ToLookup(group => group.Rows.Length >= minimumRows);
        var small = groups[false].ToArray();
        if (small.Length > 0)
        {
            diagnostics.Info(
                EvaluationCodes.SmallSlices,
                $"{small.Length} of {small.Length + groups[true].Count()} values of '{column.Name}' have fewer than {minimumRows} test "
                + $"rows ({small.Sum(group => group.Rows.Length)} rows in all) and are not judged apart. "
                + "Lower 'minimum_slice_rows' of 'evaluation' to see them.");
        }

        return groups[true].OrderBy(group => Place(column.Order, group.Value)).ThenByDescending(group => group.Rows.Length).ThenBy(group => group.Value, StringComparer.Ordinal);
    }

    private static int Place(IReadOnlyList<string> order, string value)
    {
        var place = 0;
        while (place < order.Count && order[place] != value)
            place++;
        return place;
    }
}
