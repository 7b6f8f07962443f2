using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Tests;

/// <summary>What is not read says why, where and what to do.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("pair", "group")]
    [InlineData("list", "group")]
    [InlineData("map", "group")]
    public void A_nested_column_is_named_and_its_neighbours_are_read(string name, string type)
    {
        using var file = Open("duckdb-nested.parquet");
        var column = Column(file, name);
        column.LogicalType.ShouldBe(type);
        column.Type.ShouldBeNull();
        var error = Refused(file, name);
        error.Diagnostic.Code.ShouldBe(ParquetCodes.Nested);
        error.Message.ShouldContain($"column '{name}', row group 0");
        ColumnLines.Read(file, Column(file, "i").Index, "integer").ShouldBe(Enumerable.Range(0, 10).Select(i => $"v{i}"));
        ColumnLines.Read(file, Column(file, "twice").Index, "integer").ShouldBe(Enumerable.Range(0, 10).Select(i => $"v{2 * i}"));
    }

    [Theory]
    [InlineData("large", ParquetCodes.Value, "uint64")]
    [InlineData("bytes", ParquetCodes.Value, "UTF-8")]
    [InlineData("span", ParquetCodes.Unsupported, "interval")]
    public void A_column_that_our_types_do_not_hold_says_so(string name, string code, string word)
    {
        using var file = Open("duckdb-unreadable.parquet");
        var error = Refused(file, name);
        error.Diagnostic.Code.ShouldBe(code);
        error.Message.ShouldContain($"column '{name}', row group 0");
        error.Message.ShouldContain(word);
    }

    [Fact]
    public void The_value_that_does_not_fit_stands_beside_the_message_and_not_in_it()
    {
        using var file = Open("duckdb-unreadable.parquet");
        var error = Refused(file, "large");
        error.Value.ShouldBe("18446744073709551615");
        error.Message.ShouldNotContain(error.Value!);
    }

    [Fact]
    public void An_encrypted_file_is_called_encrypted() =>
        Code(() => Open("duckdb-encrypted.parquet")).ShouldBe(ParquetCodes.Encrypted);

    [Theory]
    [InlineData("")]
    [InlineData("PAR1")]
    [InlineData("a,b,c\n1,2,3\n4,5,6\n")]
    public void Another_kind_of_file_is_called_no_Parquet_file(string content)
    {
        var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        var error = Should.Throw<ColumnFileException>(() => new ParquetFormat().Open(stream, "data/other.parquet"));
        error.Diagnostic.Code.ShouldBe(ParquetCodes.NotParquet);
        error.Diagnostic.Position.File.ShouldBe("data/other.parquet");
    }

    [Fact]
    public void A_file_that_was_cut_off_misses_its_end()
    {
        var content = Content("duckdb-groups.parquet");
        for (var length = content.Length - 1; length > 12; length -= 997)
            Code(() => Open(content[..length])).ShouldBeOneOf(ParquetCodes.NotParquet, ParquetCodes.Footer);
    }

    [Fact]
    public void A_footer_that_claims_more_than_the_file_is_damaged()
    {
        var content = Content("duckdb-empty.parquet");
        content.AsSpan(content.Length - 8, 4).Fill(0x7F);
        Code(() => Open(content)).ShouldBe(ParquetCodes.Footer);
    }

    [Fact]
    public void A_row_group_beyond_the_limit_is_refused_before_it_is_read()
    {
        var format = new ParquetFormat(new ParquetLimits { RowGroupRows = 2000 });
        var error = Should.Throw<ColumnFileException>(() => format.Open(ExpectedFiles.PathOf("duckdb-groups.parquet")));
        error.Diagnostic.Code.ShouldBe(ParquetCodes.Limit);
        error.Message.ShouldContain("2048 rows where at most 2000");
    }

    [Theory]
    [InlineData("page")]
    [InlineData("chunk")]
    [InlineData("text")]
    public void Pages_columns_and_texts_beyond_the_limit_are_refused(string limit)
    {
        var limits = limit switch
        {
            "page" => new ParquetLimits { PageBytes = 100 },
            "chunk" => new ParquetLimits { ChunkBytes = 100 },
            _ => new ParquetLimits { TextBytes = 100 },
        };
        using var file = new ParquetFormat(limits).Open(ExpectedFiles.PathOf("duckdb-types-snappy.parquet"));
        Refused(file, "text").Diagnostic.Code.ShouldBe(ParquetCodes.Limit);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var file = Open("duckdb-groups.parquet");
        Should.Throw<OperationCanceledException>(() => file.Read(0, 0, new CancellationToken(canceled: true)));
    }

    private static IColumnFile Open(string file) => new ParquetFormat().Open(ExpectedFiles.PathOf(file));

    private static IColumnFile Open(byte[] content) => new ParquetFormat().Open(new MemoryStream(content), "content.parquet");

    private static byte[] Content(string file) => File.ReadAllBytes(ExpectedFiles.PathOf(file));

    private static FileColumn Column(IColumnFile file, string name) => file.Columns.Single(column => column.Name == name);

    private static ColumnFileException Refused(IColumnFile file, string name) =>
        Should.Throw<ColumnFileException>(() => file.Read(0, Column(file, name).Index, TestContext.Current.CancellationToken));

    private static string Code(Func<IColumnFile> open) => Should.Throw<ColumnFileException>(open).Diagnostic.Code;
}
