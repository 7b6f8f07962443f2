using System.Globalization;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>The values of one column, without missing and infinite ones.</summary>
internal sealed class DriftSample
{
    private DriftSample(DriftKind kind, double[] numbers, IReadOnlyDictionary<string, long> values, long count, long rows)
    {
        (Kind, Numbers, Values, Count, Rows) = (kind, numbers, values, count, rows);
    }

    public DriftKind Kind { get; }

    /// <summary>Ascending; empty for categories.</summary>
    public double[] Numbers { get; }

    /// <summary>How often each value occurs; empty for numbers.</summary>
    public IReadOnlyDictionary<string, long> Values { get; }

    /// <summary>Values.</summary>
    public long Count { get; }

    /// <summary>Rows, those without a value included.</summary>
    public long Rows { get; }

    /// <summary>Share of rows without a value, 0 to 1.</summary>
    public double Missing => Rows == 0 ? 0 : (double)(Rows - Count) / Rows;

    public static DriftSample Of(Column column) => DriftValues.Reader(column) is { } number ? OfNumbers(column, number) : OfTexts(column);

    /// <summary>Numbers in any order; those that are not finite are left out.</summary>
    public static DriftSample OfNumbers(IReadOnlyCollection<double> numbers)
    {
        double[] finite = [.. numbers.Where(double.IsFinite)];
        Array.Sort(finite);
        return new(DriftKind.Number, finite, new Dictionary<string, long>(), finite.Length, numbers.Count);
    }

    /// <summary>Counted categories.</summary>
    public static DriftSample OfCounts(IReadOnlyDictionary<string, long> values, long missing = 0) =>
        new(DriftKind.Category, [], values, values.Values.Sum(), values.Values.Sum() + missing);

    private static DriftSample OfNumbers(Column column, Func<int, double> number)
    {
        var values = new double[column.Length];
        for (var row = 0; row < values.Length; row++)
            values[row] = column.IsMissing(row) ? double.NaN : number(row);
        return OfNumbers(values);
    }

    private static DriftSample OfTexts(Column column)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.Text(row) is { } text)
                counts[text] = counts.GetValueOrDefault(text) + 1;
        }

        return OfCounts(counts, column.Missing.Count);
    }

    /// <summary>The numbers as categories.</summary>
    public IEnumerable<(double Value, long Count)> Runs()
    {
        for (var start = 0; start < Numbers.Length;)
        {
            var end = start + 1;
            while (end < Numbers.Length && Numbers[end] == Numbers[start])
                end++;
            yield return (Numbers[start], end - start);
            start = end;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} values of kind {Kind}");
}
