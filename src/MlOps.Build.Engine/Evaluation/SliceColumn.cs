using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Evaluation;

/// <summary>A column whose values group the test rows.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Values">One value a test row as text; null where it is missing. Missing rows are in no slice.</param>
internal sealed record SliceColumn(string Name, IReadOnlyList<string?> Values)
{
    /// <summary>A column of the table at the test rows.</summary>
    public static SliceColumn From(Column column, int[] testRows) => new(column.Name, Array.ConvertAll(testRows, column.Text));
}
