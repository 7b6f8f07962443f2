using MlOps.Build.Engine.Data.Schemas.Evolution;

namespace MlOps.Build.Engine.Tests.Data.Evolution;

/// <summary>What changed between two contracts.</summary>
public sealed class SchemaComparerTests
{
    [Theory]
    [InlineData("float64", "max: 5", "max: 6", "looser")]
    [InlineData("float64", "max: 5", "max: 4", "tighter")]
    [InlineData("float64", "max: 5", "", "looser")]
    [InlineData("float64", "", "max: 5", "tighter")]
    [InlineData("float64", "min: 5", "min: 6", "tighter")]
    [InlineData("float64", "missing: 0", "missing: 0.1", "looser")]
    [InlineData("float64", "missing: 0.1", "", "looser")]
    [InlineData("float64", "mostly: 0.9", "mostly: 0.99", "tighter")]
    [InlineData("float64", "unique: true", "", "looser")]
    [InlineData("float64", "severity: warning", "", "tighter")]
    [InlineData("float64", "required: false", "", "tighter")]
    [InlineData("float64", "environments: [train]", "", "tighter")]
    [InlineData("float64", "environments: [train]", "environments: [serve]", "other")]
    [InlineData("float64", "environments: [train, serve]", "environments: [serve]", "looser")]
    [InlineData("float64", "sensitive: true", "", "looser")]
    [InlineData("float64", "known: after", "", "looser")]
    [InlineData("string", "values: [a, b]", "values: [b, a, c]", "looser")]
    [InlineData("string", "values: [a, b]", "values: [a]", "tighter")]
    [InlineData("string", "values: [a, b]", "values: [a, c]", "other")]
    [InlineData("string", "values: [a, b]", "", "looser")]
    [InlineData("string", "pattern: a+", "pattern: a*", "other")]
    [InlineData("string", "pattern: a+", "", "looser")]
    [InlineData("string", "references: a.csv", "", "looser")]
    [InlineData("string", "references: a.csv", "references: {file: a.csv, column: x}", "other")]
    [InlineData("string", "", "references: a.csv", "tighter")]
    [InlineData("string", "max_length: 5", "max_length: 3", "tighter")]
    [InlineData("string", "unit: m", "unit: ft", "other")]
    public void A_changed_rule_is_looser_or_tighter(string type, string before, string after, string direction)
    {
        var change = SchemaComparer.Compare(Contract(type, before), Contract(type, after)).ShouldHaveSingleItem();
        SchemaChangeText.Word(change.Direction).ShouldBe(direction);
        change.Column.ShouldBe("c");
        change.Key.ShouldBe((before.Length > 0 ? before : after).Split(':')[0]);
    }

    [Theory]
    [InlineData("skew: {infinity_norm: 0.1}", "skew: {infinity_norm: 0.2}", "looser   'c' skew.infinity_norm 0.1 -> 0.2")]
    [InlineData("drift: {infinity_norm: 0.1}", "drift: {infinity_norm: 0}", "tighter  'c' drift.infinity_norm 0.1 -> 0")]
    [InlineData("drift: {jensen_shannon_divergence: 0.1}", "", "looser   'c' drift.jensen_shannon_divergence 0.1 -> none")]
    public void Limits_of_distances_are_compared(string before, string after, string line) =>
        SchemaComparer.Compare(Contract("string", before), Contract("string", after)).Select(SchemaChangeText.Line).ShouldBe([line]);

    [Fact]
    public void Equal_rules_in_another_order_are_no_change() =>
        SchemaComparer.Compare(Contract("string", "values: [a, b]"), Contract("string", "values: [b, a]")).ShouldBeEmpty();

    [Theory]
    [InlineData("int64", "float64", "looser")]
    [InlineData("date", "string", "looser")]
    [InlineData("string", "date", "tighter")]
    [InlineData("float64", "date", "other")]
    public void A_changed_type_is_looser_when_every_value_of_the_old_one_fits(string before, string after, string direction) =>
        SchemaChangeText.Word(SchemaComparer.Compare(Contract(before, ""), Contract(after, "")).ShouldHaveSingleItem().Direction).ShouldBe(direction);

    [Fact]
    public void Columns_that_come_and_go_are_changes()
    {
        var (before, after) = (Reading.Schema("columns:\n  - name: a\n    type: date\n"), Reading.Schema("columns:\n  - name: b\n    type: date\n"));
        SchemaComparer.Compare(before, after).Select(change => $"{change.Column} {SchemaChangeText.Word(change.Direction)}").ShouldBe(["b tighter", "a looser"]);
    }

    [Fact]
    public void Rules_of_the_table_are_compared()
    {
        const string columns = "columns:\n  - name: a\n    type: int64\n  - name: b\n    type: int64\n";
        var before = Reading.Schema(columns + "table:\n  rows: {min: 10, max: 100}\n  key: [a]\n");
        var after = Reading.Schema(columns + "table:\n  rows: {min: 20}\n  key: [a, b]\n");
        SchemaComparer.Compare(before, after).Select(SchemaChangeText.Line).ShouldBe(
            ["tighter  table rows.min 10 -> 20", "looser   table rows.max 100 -> none", "looser   table key [a] -> [a, b]"]);
    }

    [Fact]
    public void A_loosened_rule_tells_the_rows_that_it_lets_in()
    {
        var (before, after) = (Contract("float64", "max: 5"), Contract("float64", "max: 100"));
        var table = Reading.Of("c,d\n1,x\n7,x\n5,x\n9,x\n", SchemaText("float64", "max: 100") + "  - name: d\n    type: string\n").Table.ShouldNotBeNull();
        var change = LetInRows.Count(SchemaComparer.Compare(before, after), before, table, TestContext.Current.CancellationToken).ShouldHaveSingleItem();
        SchemaChangeText.Line(change).ShouldBe("looser   'c' max 5 -> 100: lets in 2 rows, first data.csv(3)");
    }

    [Fact]
    public void The_values_of_a_sensitive_column_are_not_listed() =>
        SchemaComparer.Compare(Contract("string", "values: [secret1]\n    sensitive: true"), Contract("string", "values: [secret1, secret2]\n    sensitive: true"))
            .Select(SchemaChangeText.Line).ShouldHaveSingleItem().ShouldNotContain("secret");

    [Fact]
    public void A_name_in_a_Markdown_table_is_no_markup()
    {
        var before = Reading.Schema("columns:\n  - name: 'a|b <b>'\n    type: int64\n    max: 5\n");
        var after = Reading.Schema("columns:\n  - name: 'a|b <b>'\n    type: int64\n");
        SchemaChangeText.Markdown(SchemaComparer.Compare(before, after)).Split('\n')[2].ShouldBe(@"| looser | a\|b &lt;b\> | `max` | 5 |  |  |");
    }

    [Theory]
    [InlineData("rows: {equal_to: a.csv}", "", "looser   table rows.equal_to a.csv -> none")]
    [InlineData("rows: {equal_to: a.csv}", "rows: {equal_to: b.csv}", "other    table rows.equal_to a.csv -> b.csv")]
    [InlineData("", "references: [{columns: [c], file: a.csv}]", "tighter  table references none -> {columns: [c], file: a.csv}")]
    public void Rules_about_other_tables_are_compared(string before, string after, string line) =>
        SchemaComparer.Compare(WithTable(before), WithTable(after)).Select(SchemaChangeText.Line).ShouldBe([line]);

    private static Engine.Data.Schemas.DataSchema WithTable(string rule) => Reading.Schema(SchemaText("string", "") + $"table: {{{rule}}}\n");

    private static Engine.Data.Schemas.DataSchema Contract(string type, string rule) => Reading.Schema(SchemaText(type, rule));

    private static string SchemaText(string type, string rule) => $"columns:\n  - name: c\n    type: {type}\n{(rule.Length > 0 ? $"    {rule}\n" : "")}";
}
