using System.Globalization;
using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Parquet.Tests;

/// <summary>A real file of three million rows, written by Polars with zstd; flights-3m.json holds DuckDB's answers and the queries.</summary>
public sealed class FlightsTests
{
    private static readonly Lazy<JsonElement> Expected = new(() =>
        JsonDocument.Parse(File.ReadAllBytes(ExpectedFiles.PathOf("flights-3m.json"))).RootElement);

    [Theory]
    [InlineData("date")]
    [InlineData("delay")]
    [InlineData("distance")]
    public void Numbers_have_the_counts_sums_bounds_and_distinct_values_that_DuckDB_finds(string name)
    {
        FlightsFile.SkipIfAbsent();
        using var file = new ParquetFormat().Open(FlightsFile.Path);
        var values = file.RowGroups.SelectMany(group => Numbers(file, group, name)).ToList();
        var sum = values.Aggregate(Int128.Zero, (sum, value) => sum + value);
        Check(name, values.Count, values.Distinct().Count(), sum, Text(values.Min()), Text(values.Max()));
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("destination")]
    public void Texts_have_the_counts_lengths_bounds_and_distinct_values_that_DuckDB_finds(string name)
    {
        FlightsFile.SkipIfAbsent();
        using var file = new ParquetFormat().Open(FlightsFile.Path);
        var counts = Counts(file, name, _ => _ => 1L);
        var length = counts.Aggregate(Int128.Zero, (sum, pair) => sum + pair.Value * Encoding.UTF8.GetByteCount(pair.Key));
        var names = counts.Keys.Order(StringComparer.Ordinal).ToList();
        Check(name, counts.Values.Sum(), counts.Count, length, names[0], names[^1]);
    }

    [Fact]
    public void Columns_that_are_read_apart_belong_together_row_by_row()
    {
        FlightsFile.SkipIfAbsent();
        using var file = new ParquetFormat().Open(FlightsFile.Path);
        var flights = Counts(file, "origin", _ => _ => 1L);
        var delays = Counts(file, "origin", group =>
        {
            var values = Numbers(file, group, "delay");
            return row => values[row];
        });
        foreach (var row in Expected.Value.GetProperty("origins").GetProperty("rows").EnumerateArray())
        {
            var origin = row.GetProperty("origin").GetString()!;
            Text(flights[origin]).ShouldBe(row.GetProperty("flights").GetString());
            Text(delays[origin]).ShouldBe(row.GetProperty("delay").GetString());
        }
    }

    [Fact]
    public void Row_groups_whose_statistics_exclude_a_month_hold_no_row_of_it()
    {
        FlightsFile.SkipIfAbsent();
        using var file = new ParquetFormat().Open(FlightsFile.Path);
        var column = file.Columns.Single(column => column.Name == "date").Index;
        var end = (long)(new DateTime(2001, 2, 1) - DateTime.UnixEpoch).TotalMicroseconds - 1;
        var groups = file.RowGroups
            .Where(group => group.Statistics[column].MayContain(ColumnBound.Of(long.MinValue), ColumnBound.Of(end)))
            .ToList();
        groups.Count.ShouldBeLessThan(file.RowGroups.Count);
        groups.SelectMany(group => Numbers(file, group, "date")).LongCount(value => value <= end)
            .ShouldBe(long.Parse(Expected.Value.GetProperty("january").GetProperty("count").GetString()!, CultureInfo.InvariantCulture));
    }

    private static void Check(string name, long count, int distinct, Int128 sum, string min, string max)
    {
        var expected = Expected.Value.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("column").GetString() == name);
        Text(count).ShouldBe(expected.GetProperty("values").GetString());
        Text(distinct).ShouldBe(expected.GetProperty("distinct").GetString());
        sum.ToString(CultureInfo.InvariantCulture).ShouldBe(expected.GetProperty("sum").GetString());
        min.ShouldBe(expected.GetProperty("min").GetString());
        max.ShouldBe(expected.GetProperty("max").GetString());
        expected.GetProperty("missing").GetString().ShouldBe("0");
    }

    private static Dictionary<string, long> Counts(IColumnFile file, string name, Func<RowGroup, Func<int, long>> weights)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var group in file.RowGroups)
        {
            using var texts = (TextColumnValues)file.Read(group.Index, IndexOf(file, name), TestContext.Current.CancellationToken);
            var weigh = weights(group);
            var sums = new long[texts.EntryCount];
            for (var row = 0; row < texts.RowCount; row++)
                sums[texts.Codes.Span[row]] += weigh(row);
            for (var code = 0; code < sums.Length; code++)
                counts[Encoding.UTF8.GetString(texts.Entry(code))] = counts.GetValueOrDefault(Encoding.UTF8.GetString(texts.Entry(code))) + sums[code];
        }

        return counts;
    }

    private static long[] Numbers(IColumnFile file, RowGroup group, string name)
    {
        using var values = (ColumnValues<long>)file.Read(group.Index, IndexOf(file, name), TestContext.Current.CancellationToken);
        values.MissingCount.ShouldBe(0);
        return values.Values.ToArray();
    }

    private static int IndexOf(IColumnFile file, string name) => file.Columns.Single(column => column.Name == name).Index;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
