using System.Text;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Tests.Data;

public sealed class CsvFormatTests
{
    [Fact]
    public void Quotes_delimiters_and_newlines_inside_quotes_are_text()
    {
        var reading = Reading.Of("a,b\n\"x, \"\"y\"\"\n z\",\"2\"\n");
        reading.Diagnostics.ShouldBeEmpty();
        reading.Texts("a").ShouldBe(["x, \"y\"\n z"]);
        reading.Texts("b").ShouldBe(["2"]);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a,b\r\n1,2\r3,4\n")]
    [InlineData("\n\na,b\n\n1,2\n\r\n3,4\n\n\n")]
    [InlineData("\uFEFFa,b\n1,2\n3,4\n")]
    [InlineData("\uFEFF\"a\",b\n1,2\n3,4\n")]
    public void Line_ends_blank_lines_and_byte_order_mark_make_no_difference(string text)
    {
        var reading = Reading.Of(text);
        reading.Diagnostics.ShouldBeEmpty();
        reading.Texts("a").ShouldBe(["1", "3"]);
        reading.Texts("b").ShouldBe(["2", "4"]);
    }

    [Fact]
    public void Rows_know_the_line_on_which_they_start_after_embedded_line_ends_of_each_kind()
    {
        var table = Reading.Of("a,b\r\n\"1\r\n2\r3\n4\",x\r\n\r\n5,y\r6,z").Table.ShouldNotBeNull();
        Enumerable.Range(0, 3).Select(table.Origins.Line).ShouldBe([2, 7, 8]);
    }

    [Fact]
    public void An_empty_field_and_a_marker_are_missing_and_their_quoted_forms_are_text()
    {
        var reading = Reading.Of("a,b\n,x\n\"\",x\nNA,x\n\"NA\",x\nNone,x\n");
        reading.Texts("a").ShouldBe([null, "", null, "NA", "None"]);
        reading.Column("a").Missing.Count.ShouldBe(2);
    }

    [Fact]
    public void Markers_come_from_the_contract_and_may_have_quotes()
    {
        const string schema = """
            format:
              missing: ["-", '""']
            columns:
              - {name: a, type: string}
              - {name: b, type: int64}
            """;
        var reading = Reading.Of("a,b\n-,1\n\"\",\"\"\nNA,3\n", schema);
        reading.Texts("a").ShouldBe([null, null, "NA"]);
        reading.Texts("b").ShouldBe(["1", null, "3"]);
    }

    [Fact]
    public void A_tsv_file_is_split_at_tabs()
    {
        var reading = Reading.Of([("data.TSV", "a\tb\n1,5\t2\n"u8.ToArray())]);
        reading.Texts("a").ShouldBe(["1,5"]);
    }

    [Fact]
    public void The_contract_sets_the_delimiter()
    {
        const string schema = "format: {delimiter: ';'}\ncolumns:\n  - {name: a, type: string}\n  - {name: b, type: int64}\n";
        var reading = Reading.Of("a;b\n1,5;2\n", schema);
        reading.Diagnostics.ShouldBeEmpty();
        reading.Texts("a").ShouldBe(["1,5"]);
    }

    [Fact]
    public void Without_a_header_the_contract_names_the_columns_in_order()
    {
        const string schema = "format: {header: false}\ncolumns:\n  - {name: x, type: int64}\n  - {name: y, type: string}\n";
        Reading.Of("1,a\n2,b\n", schema).Texts("x").ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Without_a_header_and_with_another_number_of_columns_they_are_numbered()
    {
        const string schema = "format: {header: false}\ncolumns:\n  - {name: column_1, type: int64}\n";
        var reading = Reading.Of("1,a\n2,b\n", schema);
        reading.Message.ShouldStartWith("data.csv(1,2): error MLOPS1012: column 'column_2' is not in the contract.");
    }

    [Fact]
    public void Files_with_the_same_header_are_one_table_and_rows_know_their_file()
    {
        var reading = Reading.Of([("one.csv", "a,b\n1,x\n"u8.ToArray()), ("two.csv", "a,b\r\n2.5,y\r\n3,x\r\n"u8.ToArray())]);
        var table = reading.Table.ShouldNotBeNull();
        reading.Texts("a").ShouldBe(["1", "2.5", "3"]);
        Enumerable.Range(0, 3).Select(row => $"{table.Origins.File(row)}:{table.Origins.Line(row)}")
            .ShouldBe(["one.csv:2", "two.csv:2", "two.csv:3"]);
        ((StringColumn)reading.Column("b")).Dictionary.ShouldBe(["x", "y"]);
    }

    [Fact]
    public void A_quote_inside_a_field_without_quotes_is_text_and_a_warning()
    {
        var reading = Reading.Of("a,b\n6\" pipe,1\n5\"\",2\n");
        reading.Texts("a").ShouldBe(["6\" pipe", "5\"\""]);
        reading.Messages[0].ShouldStartWith("data.csv(2,1): warning MLOPS1010: a quote inside a field that is not quoted; it is taken as "
            + "text.");
        reading.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public void Text_beyond_ASCII_survives()
    {
        var reading = Reading.Of(Encoding.UTF8.GetBytes("näme,b\n日本語😀,1\n"));
        reading.Texts("näme").ShouldBe(["日本語😀"]);
    }
}
