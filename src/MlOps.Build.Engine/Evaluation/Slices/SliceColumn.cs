using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Evaluation.Slices;

/// <summary>What groups the test rows: a column's values, its buckets, or a crossing.</summary>
/// <param name="Name">The name in checklists and reports.</param>
/// <param name="Values">One value a test row as text; null where it is missing. Missing rows are in no slice.</param>
internal sealed record SliceColumn(string Name, IReadOnlyList<string?> Values)
{
    /// <summary>The values in the order to show them; empty when that is by rows.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>
    /// Values at the test rows; those of a sensitive column become numbers, by first appearance, also inside a crossing. Null when the
    /// table lacks a column.
    /// </summary>
    public static SliceColumn? From(SliceConfig slice, Table table, DataSchema schema, int[] trainRows, int[] testRows)
    {
        var parts = new List<SlicePart>();
        foreach (var part in slice.Parts)
        {
            if (table.Find(part.Column) is not { } column)
                return null;
            parts.Add(SlicePart.From(part, column, trainRows, testRows, schema.Find(part.Column) is { Sensitive: true }));
        }

        return parts.Count == 1
            ? new SliceColumn(slice.Name, parts[0].Values) { Order = parts[0].Order }
            : new SliceColumn(slice.Name, Crossed(parts, testRows.Length));
    }

    private static string?[] Crossed(List<SlicePart> parts, int rows)
    {
        var values = new string?[rows];
        for (var row = 0; row < rows; row++)
            values[row] = parts.TrueForAll(part => part.Values[row] is not null) ? string.Join(" x ", parts.Select(part => part.Values[row])) : null;
        return values;
    }
}
