using System.Globalization;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Evaluation;

/// <summary>A column whose values group the test rows.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Values">One value a test row as text; null where it is missing. Missing rows are in no slice.</param>
internal sealed record SliceColumn(string Name, IReadOnlyList<string?> Values)
{
    /// <summary>A column of the table at the test rows; the values of a sensitive one become numbers, by first appearance.</summary>
    public static SliceColumn From(Column column, int[] testRows, bool sensitive)
    {
        var values = Array.ConvertAll(testRows, column.Text);
        return new SliceColumn(column.Name, sensitive ? Numbered(values) : values);
    }

    private static string?[] Numbered(string?[] values)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values.OfType<string>())
            numbers.TryAdd(value, (numbers.Count + 1).ToString(CultureInfo.InvariantCulture));
        return Array.ConvertAll(values, value => value is null ? null : numbers[value]);
    }
}
