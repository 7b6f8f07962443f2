namespace MlOps.Build.Engine.Tests.Data;

/// <summary>A file of one column is a table; only what looks like another delimiter is refused (MLOPS1005).</summary>
public sealed class SingleColumnTests
{
    [Theory]
    [InlineData("a\n1\n2\n", "a", new[] { "1", "2" })]
    [InlineData("a\r\n1\r\n\r\n2", "a", new[] { "1", "2" })]
    [InlineData("\"a;b\"\n1\n2\n", "a;b", new[] { "1", "2" })]
    [InlineData("a\n\n1\n\n\n2\n\n", "a", new[] { "1", "2" })]
    [InlineData("a\n\"1,5\"\n2\n", "a", new[] { "1,5", "2" })]
    [InlineData("city\nBonn; am Rhein\nKöln\n", "city", new[] { "Bonn; am Rhein", "Köln" })]
    public void One_column_is_a_table(string text, string name, string[] values)
    {
        var reading = Reading.Of(text);
        reading.Messages.ShouldBeEmpty();
        reading.Table!.Columns.Select(column => column.Name).ShouldBe([name]);
        reading.Texts(name).ShouldBe(values);
    }

    [Fact]
    public void An_empty_quoted_field_is_a_row_and_a_blank_line_is_none() =>
        Reading.Of("a\nx\n\"\"\n\ny\n").Texts("a").ShouldBe(["x", "", "y"]);

    [Fact]
    public void Rows_keep_their_lines_when_blank_ones_stand_between() =>
        Reading.Of("a\n\n1\n\nx\n", "columns: [{name: a, type: int64}]").Table!.Origins.Line(1).ShouldBe(5);

    [Fact]
    public void A_name_that_the_contract_has_is_a_name() =>
        Reading.Of("a;b\n1\n", "columns: [{name: 'a;b', type: int64}]").Texts("a;b").ShouldBe(["1"]);

    [Fact]
    public void Without_a_header_a_contract_of_one_column_settles_it()
    {
        Reading.Of("1;2\n3\n", "format: {header: false}\ncolumns: [{name: a, type: string}]").Texts("a").ShouldBe(["1;2", "3"]);
        Reading.Of("1;2\n3;4\n", "format: {header: false}\ncolumns: [{name: a, type: string}, {name: b, type: string}]").Message
            .ShouldStartWith("data.csv(1): error MLOPS1005: only one column with ',' as delimiter. The first line holds ';'");
    }

    [Fact]
    public void A_row_with_the_delimiter_has_too_many_fields() =>
        Reading.Of("a\n1\n2,3\n").Message.ShouldStartWith("data.csv(3,2): error MLOPS1007: 2 fields; the header has 1.");
}
