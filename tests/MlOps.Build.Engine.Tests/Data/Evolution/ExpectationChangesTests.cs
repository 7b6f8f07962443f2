using MlOps.Build.Engine.Data.Schemas.Evolution;

namespace MlOps.Build.Engine.Tests.Data.Evolution;

/// <summary>Expectations, suites and the files' format in what changed between two contracts.</summary>
public sealed class ExpectationChangesTests
{
    private const string Between = "{type: expect_column_values_to_be_between, min_value: 0, max_value: 5}";

    [Theory]
    [InlineData(Between, "", "looser   'c' expect_column_values_to_be_between min_value 0, max_value 5 -> none")]
    [InlineData("", Between, "tighter  'c' expect_column_values_to_be_between none -> min_value 0, max_value 5")]
    [InlineData(Between, "{type: expect_column_values_to_be_between, min_value: 0, max_value: 6}", "other    'c' expect_column_values_to_be_between min_value 0, max_value 5 -> min_value 0, max_value 6")]
    [InlineData("{type: expect_column_values_to_be_unique}", "{type: expect_column_values_to_be_unique, mostly: 0.9}", "looser   'c' expect_column_values_to_be_unique expected -> mostly 0.9")]
    [InlineData("{type: expect_column_values_to_be_unique, mostly: 0.9}", "{type: expect_column_values_to_be_unique, mostly: 0.95}", "tighter  'c' expect_column_values_to_be_unique mostly 0.9 -> mostly 0.95")]
    [InlineData("{type: expect_column_values_to_be_unique}", "{type: expect_column_values_to_be_unique, severity: warning}", "looser   'c' expect_column_values_to_be_unique expected -> severity warning")]
    [InlineData("{type: expect_column_values_to_be_unique, mostly: 0.9}", "{type: expect_column_values_to_be_unique, severity: warning}", "other    'c' expect_column_values_to_be_unique mostly 0.9 -> severity warning")]
    public void An_expectation_that_changed_is_told_with_its_direction(string before, string after, string line) =>
        Lines(Contract(before), Contract(after)).ShouldBe([line]);

    [Theory]
    [InlineData("{type: expect_column_values_to_be_unique}, " + Between, Between + ", {type: expect_column_values_to_be_unique}")]
    [InlineData(Between, "{max_value: 5.0, min_value: 0, type: expect_column_values_to_be_between, meta: {notes: why}}")]
    [InlineData("{type: expect_column_values_to_be_unique, mostly: null}", "{type: expect_column_values_to_be_unique}")]
    public void Order_notes_and_spelling_are_no_change(string before, string after) => Lines(Contract(before), Contract(after)).ShouldBeEmpty();

    [Fact]
    public void One_of_two_equal_expectations_less_is_a_change() =>
        Lines(Contract($"{Between}, {Between}"), Contract(Between)).ShouldHaveSingleItem().ShouldStartWith("looser ");

    [Fact]
    public void An_expectation_about_several_columns_names_them()
    {
        const string columns = "columns: [{name: a, type: int64}, {name: b, type: int64}]\n";
        var before = columns + "expectations: [{type: expect_compound_columns_to_be_unique, column_list: [a, b]}]\n";
        Lines(before, columns).ShouldBe(["""looser   table expect_compound_columns_to_be_unique column_list ["a","b"] -> none"""]);
    }

    [Fact]
    public void The_values_of_a_sensitive_column_are_not_told()
    {
        var (before, after) = (Sensitive("planted1"), Sensitive("planted2"));
        Lines(before, after).ShouldBe(["other    'c' expect_column_values_to_be_in_set value_set -> other values"]);
        Lines(before, "columns: [{name: c, type: string, sensitive: true}]")
            .ShouldHaveSingleItem().ShouldNotContain("planted");

        static string Sensitive(string value) => $"columns:\n- name: c\n  type: string\n  sensitive: true\n  expectations: [{{type: expect_column_values_to_be_in_set, value_set: [{value}]}}]\n";
    }

    [Fact]
    public void Other_values_of_a_sensitive_column_are_a_change_though_their_number_is_the_same() =>
        Lines("columns: [{name: c, type: string, sensitive: true, values: [s1, s2]}]", "columns: [{name: c, type: string, sensitive: true, values: [s1, s3]}]")
            .ShouldBe(["other    'c' values 2 values -> 2 other values"]);

    [Fact]
    public void An_expectation_that_went_tells_the_rows_that_it_refused()
    {
        var before = Contract(Between);
        var table = Reading.Of("c,d\n1,x\n7,x\n5,x\n9,x\n").Table.ShouldNotBeNull();
        var old = Reading.Schema(before);
        var change = LetInRows.Count(SchemaComparer.Compare(old, Reading.Schema(Contract(""))), old, table, TestContext.Current.CancellationToken).ShouldHaveSingleItem();
        SchemaChangeText.Line(change).ShouldEndWith("-> none: lets in 2 rows, first data.csv(3)");
    }

    [Theory]
    [InlineData("suites: [a.json]", "", "looser   table suites [a.json] -> none")]
    [InlineData("", "suites: [a.json]", "tighter  table suites none -> [a.json]")]
    [InlineData("suites: [a.json, b.json]", "suites: [b.json]", "looser   table suites [a.json, b.json] -> [b.json]")]
    [InlineData("suites: [a.json]", "suites: [b.json]", "other    table suites [a.json] -> [b.json]")]
    [InlineData("format: {missing: [NA]}", "format: {missing: [NA, x]}", "other    table format.missing [NA] -> [NA, x]")]
    [InlineData("", "format: {header: false}", "other    table format.header true -> false")]
    [InlineData("format: {delimiter: ;}", "", "other    table format.delimiter ; -> none")]
    public void Suites_and_the_format_are_compared(string before, string after, string line) =>
        Lines($"{before}\ncolumns: [{{name: c, type: int64}}]\n", $"{after}\ncolumns: [{{name: c, type: int64}}]\n").ShouldBe([line]);

    private static string Contract(string expectations) => $"columns:\n- name: c\n  type: int64\n  expectations: [{expectations}]\n";

    private static List<string> Lines(string before, string after) =>
        [.. SchemaComparer.Compare(Reading.Schema(before), Reading.Schema(after)).Select(SchemaChangeText.Line)];
}
