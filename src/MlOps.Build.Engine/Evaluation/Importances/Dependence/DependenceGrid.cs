using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Features.Leakage;

namespace MlOps.Build.Engine.Evaluation.Importances.Dependence;

/// <summary>The values of a column that partial dependence is measured at; all of them are those of test rows.</summary>
internal static class DependenceGrid
{
    private const int MostNumbers = 20;
    private const int MostTimes = 12;
    private const int MostCategories = 12;

    /// <summary>
    /// Of numbers and times the middles of as many parts of equal mass, or all values when they are few; of others the most frequent ones that
    /// at least two rows have. Missing values are left out. Empty when fewer than two remain.
    /// </summary>
    public static IReadOnlyList<GridValue> Of(Column column, int[] testRows)
    {
        var values = ColumnNumbers.Of(column, testRows) is { } numbers
            ? Ordered(column, testRows, numbers)
            : Frequent(column, testRows);
        return values.Count < 2 ? [] : values;
    }

    private static List<GridValue> Ordered(Column column, int[] testRows, double[] numbers)
    {
        var isNumber = column is not (DateColumn or TimestampColumn);
        var most = isNumber ? MostNumbers : MostTimes;
        var rows = Enumerable.Range(0, numbers.Length).Where(row => double.IsFinite(numbers[row])).OrderBy(row => numbers[row]).ToArray();
        var firsts = rows.Where((row, i) => i == 0 || numbers[row] != numbers[rows[i - 1]]).ToArray();
        var donors = firsts.Length <= most
            ? firsts
            : Enumerable.Range(0, most).Select(part => rows[(int)(((2L * part) + 1) * rows.Length / (2 * most))]).DistinctBy(row => numbers[row]);
        return [.. donors.Select(row => new GridValue(row, column.Text(testRows[row])!, isNumber ? numbers[row] : null))];
    }

    private static List<GridValue> Frequent(Column column, int[] testRows) =>
    [
        .. Enumerable.Range(0, testRows.Length)
            .Where(row => !column.IsMissing(testRows[row]))
            .GroupBy(row => column.Text(testRows[row])!, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(MostCategories)
            .Select(group => new GridValue(group.First(), group.Key, null)),
    ];
}
