using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Tests;

/// <summary>What the footer says of row groups holds for their values.</summary>
public sealed class StatisticsTests
{
    public static TheoryData<string> Files =>
    [
        "duckdb-groups.parquet", "duckdb-types-snappy.parquet", "duckdb-types-v2.parquet", "hyparquet-encodings-snappy.parquet",
        "arrow-rs-v1.parquet", "arrow-rs-v2.parquet", "arrow-rs-overflow-v2.parquet", "duckdb-all-missing.parquet",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_value_lies_between_the_bounds_and_missing_rows_are_counted(string name)
    {
        using var file = new ParquetFormat().Open(ExpectedFiles.PathOf(name));
        foreach (var group in file.RowGroups)
        {
            for (var column = 0; column < file.Columns.Count; column++)
                Check(file, group, column);
        }
    }

    [Fact]
    public void Row_groups_that_cannot_hold_a_value_are_skipped()
    {
        using var file = new ParquetFormat().Open(ExpectedFiles.PathOf("duckdb-groups.parquet"));
        MayHold(file, "id", ColumnBound.Of(5000)).ShouldBe([2]);
        MayHold(file, "id", ColumnBound.Of(9000)).ShouldBeEmpty();
        MayHold(file, "eighth", ColumnBound.Of(600.0)).ShouldBe([2]);
        MayHold(file, "part", ColumnBound.Of("k3"u8.ToArray())).ShouldBe([3]);
    }

    [Fact]
    public void A_column_without_statistics_may_hold_anything()
    {
        ColumnStatistics.Unknown.MayContain(ColumnBound.Of(1), ColumnBound.Of(2)).ShouldBeTrue();
        using var file = new ParquetFormat().Open(ExpectedFiles.PathOf("int96.parquet"));
        file.RowGroups[0].Statistics[0].ShouldBe(ColumnStatistics.Unknown);
    }

    [Fact]
    public void Row_groups_say_where_they_start()
    {
        using var file = new ParquetFormat().Open(ExpectedFiles.PathOf("duckdb-groups.parquet"));
        file.RowGroups.Select(group => group.FirstRow).ShouldBe([0, 2048, 4096, 6144, 8192]);
    }

    private static IEnumerable<int> MayHold(IColumnFile file, string name, ColumnBound value)
    {
        var column = file.Columns.Single(column => column.Name == name).Index;
        return file.RowGroups.Where(group => group.Statistics[column].MayContain(value, value)).Select(group => group.Index);
    }

    private static void Check(IColumnFile file, RowGroup group, int column)
    {
        var statistics = group.Statistics[column];
        using var values = file.Read(group.Index, column, TestContext.Current.CancellationToken);
        if (statistics.MissingCount is { } missing)
            missing.ShouldBe(values.MissingCount);
        for (var row = 0; row < values.RowCount; row++)
        {
            if (!values.IsMissing(row) && Bound(values, row) is { } bound)
                statistics.MayContain(bound, bound).ShouldBeTrue($"{file.Columns[column].Name}, row {row} of group {group.Index} of {file.Name}");
        }
    }

    // A text is cut in some bounds, upwards and downwards, so it is held against them whole. NaN lies nowhere.
    private static ColumnBound? Bound(ColumnValues values, int row) => values switch
    {
        ColumnValues<bool> booleans => ColumnBound.Of(booleans.Values.Span[row] ? 1 : 0),
        ColumnValues<long> numbers => ColumnBound.Of(numbers.Values.Span[row]),
        ColumnValues<int> days => ColumnBound.Of(days.Values.Span[row]),
        ColumnValues<float> numbers => float.IsNaN(numbers.Values.Span[row]) ? null : ColumnBound.Of((double)numbers.Values.Span[row]),
        ColumnValues<double> numbers => double.IsNaN(numbers.Values.Span[row]) ? null : ColumnBound.Of(numbers.Values.Span[row]),
        TextColumnValues texts => ColumnBound.Of(texts.Entry(texts.Codes.Span[row]).ToArray()),
        _ => throw new InvalidOperationException(values.GetType().Name),
    };
}
