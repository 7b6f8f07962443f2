using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Tests;

/// <summary>Values in the form of expected.json.</summary>
internal static class ColumnLines
{
    public static IReadOnlyList<string> Read(IColumnFile file, int column, string kind) =>
        [.. file.RowGroups.SelectMany(group => Lines(file.Read(group.Index, column, TestContext.Current.CancellationToken), file.Columns[column], kind))];

    public static string Sha256(IReadOnlyList<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    private static IEnumerable<string> Lines(ColumnValues values, FileColumn column, string kind) =>
        Enumerable.Range(0, values.RowCount).Select(row => values.IsMissing(row) ? "n" : "v" + Show(values, row, column, kind));

    private static string Show(ColumnValues values, int row, FileColumn column, string kind) => (kind, values) switch
    {
        ("boolean", ColumnValues<bool> booleans) => booleans.Values.Span[row] ? "true" : "false",
        ("integer", ColumnValues<long> integers) => Text(integers.Values.Span[row]),
        ("number", ColumnValues<float> numbers) => Bits(numbers.Values.Span[row]),
        ("number", ColumnValues<double> numbers) => Bits(numbers.Values.Span[row]),
        ("days", ColumnValues<int> days) => Text(days.Values.Span[row]),
        ("nanoseconds", ColumnValues<long> points) when column.TimestampUnit == TimestampUnit.Nanoseconds => Text(points.Values.Span[row]),
        ("microseconds", ColumnValues<long> points) => Text(Microseconds(points.Values.Span[row], column.TimestampUnit)),
        ("text", TextColumnValues texts) => Encoding.UTF8.GetString(texts.Entry(texts.Codes.Span[row])),
        _ => $"a {kind} in {values.GetType().Name}",
    };

    private static long Microseconds(long value, TimestampUnit unit) => unit switch
    {
        TimestampUnit.Milliseconds => value * 1000,
        TimestampUnit.Microseconds => value,
        _ => throw new InvalidOperationException("Nanoseconds stand in expected.json as such."),
    };

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Bits(double value) =>
        double.IsNaN(value) ? "nan" : BitConverter.DoubleToInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);
}
