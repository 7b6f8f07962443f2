using System.Globalization;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Features.Leakage;

namespace MlOps.Build.Engine.Evaluation.Slices;

/// <summary>One column of a slice at the test rows.</summary>
/// <param name="Values">One a test row; null where it is missing.</param>
/// <param name="Order">The values in the order to show them; empty when that is by size.</param>
internal sealed record SlicePart(string?[] Values, IReadOnlyList<string> Order)
{
    /// <summary>Edges of buckets come from the training rows, so that no group depends on the rows that it judges.</summary>
    public static SlicePart From(SlicePartConfig part, Column column, int[] trainRows, int[] testRows, bool sensitive)
    {
        if (!part.IsBucketed || ColumnNumbers.Of(column, testRows) is not { } numbers)
        {
            var texts = Array.ConvertAll(testRows, column.Text);
            return new SlicePart(sensitive ? Numbered(texts) : texts, []);
        }

        var buckets = part.Buckets is { } count
            ? NumericBuckets.Learn(ColumnNumbers.Of(column, trainRows)!, count)
            : NumericBuckets.At(part.Edges);
        var values = Array.ConvertAll(numbers, number => buckets.IndexOf(number) is >= 0 and var bucket ? buckets.Labels[bucket] : null);
        return sensitive ? new SlicePart(Numbered(values), []) : new SlicePart(values, buckets.Labels);
    }

    private static string?[] Numbered(string?[] values)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values.OfType<string>())
            numbers.TryAdd(value, (numbers.Count + 1).ToString(CultureInfo.InvariantCulture));
        return Array.ConvertAll(values, value => value is null ? null : numbers[value]);
    }
}
