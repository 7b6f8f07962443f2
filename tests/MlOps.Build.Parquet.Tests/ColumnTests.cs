using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Tests;

/// <summary>Which of our types each column of a file has, and what it loses.</summary>
public sealed class ColumnTests
{
    [Theory]
    [InlineData("flag", ColumnType.Boolean, "boolean", false)]
    [InlineData("int8", ColumnType.Int64, "int8", false)]
    [InlineData("int32", ColumnType.Int64, "int32", false)]
    [InlineData("uint32", ColumnType.Int64, "uint32", false)]
    [InlineData("uint64", ColumnType.Int64, "uint64", true)]
    [InlineData("single", ColumnType.Float32, "float32", false)]
    [InlineData("double", ColumnType.Float64, "float64", false)]
    [InlineData("decimal9", ColumnType.Float64, "decimal(9,3)", false)]
    [InlineData("decimal38", ColumnType.Float64, "decimal(38,20)", true)]
    [InlineData("text", ColumnType.String, "string", false)]
    [InlineData("day", ColumnType.Date, "date", false)]
    [InlineData("clock", ColumnType.String, "time(us)", true)]
    [InlineData("moment", ColumnType.Timestamp, "timestamp(us)", false)]
    [InlineData("moment_ms", ColumnType.Timestamp, "timestamp(ms)", false)]
    [InlineData("moment_ns", ColumnType.Timestamp, "timestamp(ns)", false)]
    [InlineData("moment_utc", ColumnType.Timestamp, "timestamp(us, utc)", false)]
    [InlineData("identity", ColumnType.String, "uuid", false)]
    public void A_column_says_its_type_here_and_in_the_file(string name, ColumnType type, string logical, bool loses)
    {
        using var file = new ParquetFormat().Open(ExpectedFiles.PathOf("duckdb-types-snappy.parquet"));
        var column = file.Columns.Single(column => column.Name == name);
        column.Type.ShouldBe(type);
        column.LogicalType.ShouldBe(logical);
        column.IsNullable.ShouldBeTrue();
        column.IsUtc.ShouldBe(logical.Contains("utc", StringComparison.Ordinal));
        (column.Loss is not null).ShouldBe(loses);
        column.Unreadable.ShouldBeNull();
    }

    [Fact]
    public void A_column_whose_rows_all_have_a_value_says_so()
    {
        using var file = new ParquetFormat().Open(ExpectedFiles.PathOf("hyparquet-encodings-snappy.parquet"));
        var column = file.Columns.Single(column => column.Name == "required");
        column.IsNullable.ShouldBeFalse();
        file.Read(0, column.Index, TestContext.Current.CancellationToken).Validity.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_text_of_a_dictionary_stands_in_memory_once()
    {
        using var file = new ParquetFormat().Open(ExpectedFiles.PathOf("duckdb-types-snappy.parquet"));
        var word = file.Columns.Single(column => column.Name == "word").Index;
        var values = file.Read(0, word, TestContext.Current.CancellationToken).ShouldBeOfType<TextColumnValues>();
        values.EntryCount.ShouldBe(5);
        values.RowCount.ShouldBe(300);
    }

    [Fact]
    public void A_stream_is_read_as_a_file_is_and_by_several_threads_at_once()
    {
        var path = ExpectedFiles.PathOf("duckdb-groups.parquet");
        using var file = new ParquetFormat().Open(path);
        using var stream = new ParquetFormat().Open(new MemoryStream(File.ReadAllBytes(path)), "stream");
        Parallel.For(0, file.RowGroups.Count * file.Columns.Count, i =>
        {
            var (group, column) = Math.DivRem(i, file.Columns.Count);
            var (first, second) = (file.Read(group, column), stream.Read(group, column));
            second.RowCount.ShouldBe(first.RowCount);
            if (first is ColumnValues<long> numbers)
                numbers.Values.Span.SequenceEqual(((ColumnValues<long>)second).Values.Span).ShouldBeTrue();
        });
    }

    [Fact]
    public void Values_that_are_kept_stay_when_others_give_their_memory_back()
    {
        using var file = new ParquetFormat().Open(ExpectedFiles.PathOf("duckdb-groups.parquet"));
        using var kept = (ColumnValues<long>)file.Read(0, 0, TestContext.Current.CancellationToken);
        for (var group = 1; group < file.RowGroups.Count; group++)
        {
            var given = file.Read(group, 0, TestContext.Current.CancellationToken);
            given.Dispose();
            given.Dispose();
        }

        kept.Values.ToArray().ShouldBe(Enumerable.Range(0, 2048).Select(i => (long)i));
    }

    // The expected ticks are those of the framework's own calendar.
    [Theory]
    [InlineData(0, TimestampUnit.Milliseconds, "1970-01-01T00:00:00.0000000Z")]
    [InlineData(-1, TimestampUnit.Nanoseconds, "1969-12-31T23:59:59.9999999Z")]
    [InlineData(1, TimestampUnit.Microseconds, "1970-01-01T00:00:00.0000010Z")]
    [InlineData(-62135596800000, TimestampUnit.Milliseconds, "0001-01-01T00:00:00.0000000Z")]
    [InlineData(253402300799999, TimestampUnit.Milliseconds, "9999-12-31T23:59:59.9990000Z")]
    public void A_point_in_time_becomes_ticks(long value, TimestampUnit unit, string expected)
    {
        TimestampTicks.TryConvert(value, unit, out var ticks).ShouldBeTrue();
        new DateTimeOffset(ticks, TimeSpan.Zero).ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData(-62135596800001, TimestampUnit.Milliseconds)]
    [InlineData(253402300800000, TimestampUnit.Milliseconds)]
    [InlineData(long.MaxValue, TimestampUnit.Microseconds)]
    [InlineData(long.MinValue, TimestampUnit.Milliseconds)]
    public void A_point_outside_the_years_1_to_9999_has_no_ticks(long value, TimestampUnit unit) =>
        TimestampTicks.TryConvert(value, unit, out _).ShouldBeFalse();
}
