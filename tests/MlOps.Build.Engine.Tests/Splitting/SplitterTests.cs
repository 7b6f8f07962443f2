using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Tests.Splitting;

public sealed class SplitterTests
{
    private const string Head = "task: binary\nlabel: { column: y, positive: [yes] }\n";

    [Fact]
    public void Dates_say_where_validation_and_test_begin()
    {
        var made = new SplitCase(Days(30), Head + "split: { by: time, column: day, validation_from: 2020-01-11, test_from: 2020-01-21 }");
        var split = made.Split().ShouldNotBeNull();
        (split.Train.Length, split.Validation.Length, split.Test.Length).ShouldBe((10, 10, 10));
        split.Summary.Method.ShouldBe("by day");
        split.Summary.Parts[2].From.ShouldBe("2020-01-21");
    }

    [Fact]
    public void Equal_timestamps_are_never_divided_even_when_the_shares_suffer()
    {
        var rows = Enumerable.Range(0, 40).Select(i => $"{i},2020-01-0{(i < 2 ? 1 : i < 38 ? 2 : 3)},{(i % 2 == 0 ? "yes" : "no")}");
        var split = new SplitCase("id,day,y\n" + string.Join('\n', rows) + "\n", Head + "split: { by: time, column: day }").Split().ShouldNotBeNull();
        (split.Train.Length, split.Validation.Length, split.Test.Length).ShouldBe((2, 36, 2));
    }

    [Fact]
    public void Equal_rows_stay_together_and_are_counted()
    {
        var rows = Enumerable.Range(0, 300).Select(i => $"{i % 50},{(i % 50 < 20 ? "yes" : "no")}");
        var made = new SplitCase("x,y\n" + string.Join('\n', rows) + "\n", Head + "split: stratified");
        var split = made.Split().ShouldNotBeNull();
        split.Summary.Duplicates.ShouldBe(250);
        var part = SplitChecker.Rows(split).SelectMany(p => p.Rows.Select(row => (Value: made.Table.Find("x")!.Text(row), p.Part)));
        part.GroupBy(pair => pair.Value).ShouldAllBe(group => group.Select(pair => pair.Part).Distinct().Count() == 1);
    }

    [Fact]
    public void A_key_of_the_contract_on_both_sides_stops_the_build()
    {
        var rows = Enumerable.Range(0, 40).Select(i => $"{i % 20},2020-01-{1 + (i / 2):00},{(i % 3 == 0 ? "yes" : "no")}");
        var csv = "id,day,y\n" + string.Join('\n', rows) + "\n";
        var schema = Tables.Schema(Tables.Csv(csv)) with { Table = new TableRules { Key = ["id"] } };
        var made = new SplitCase(csv, Head + "split: { by: time, column: day }", schema);
        made.Split().ShouldBeNull();
        Tables.Lines(made.Diagnostics).Single().ShouldBe(
            "t.csv(30): error MLOPS2033: the key of the contract is '8', as at t.csv(10), but they are in train and validation. "
            + "Remove one of the rows, or split by the key as a group.");
    }

    [Fact]
    public void A_row_without_a_time_is_named()
    {
        var made = new SplitCase("id,day,y\n1,2020-01-01,yes\n2,,no\n3,2020-01-03,yes\n", Head + "split: { by: time, column: day }");
        made.Split().ShouldBeNull();
        Tables.Lines(made.Diagnostics).Single().ShouldStartWith("t.csv(3): error MLOPS2032: 'day' has no value; the split goes by it. 1 of 3 labelled rows.");
    }

    [Theory]
    [InlineData("{ by: time, column: dya }", "c.yaml(3,28): error MLOPS2001: 'split' names the column 'dya', which the data does not have. Did you mean 'day'?")]
    [InlineData("{ by: time, column: y }", "c.yaml(3,28): error MLOPS2031: 'y' has the type String; a split by time needs dates, timestamps or whole numbers.")]
    [InlineData("{ by: group, column: y }", "c.yaml(3,29): error MLOPS2030: 'y' makes 2 groups; train, validation and test need three.")]
    [InlineData(
        "{ by: time, column: day, validation_from: 2020-01-05, test_from: 2021-01-01 }",
        "c.yaml(3,8): error MLOPS2030: the test part has no rows (train 4, validation 26, test 0). Give it a larger share, or other dates.")]
    public void A_split_that_cannot_be_made_says_why(string split, string expected)
    {
        var made = new SplitCase(Days(30), $"{Head}split: {split}");
        made.Split().ShouldBeNull();
        Tables.Lines(made.Diagnostics).First().ShouldStartWith(expected);
    }

    [Fact]
    public void Classes_too_small_to_be_divided_are_the_reason_that_is_given()
    {
        var rows = Enumerable.Range(1, 30).Select(i => $"{i},c{i}");
        var made = new SplitCase("x,y\n" + string.Join('\n', rows) + "\n", "task: multiclass\nlabel: y\n");
        made.Split().ShouldBeNull();
        Tables.Lines(made.Diagnostics).First().ShouldEndWith(
            "Every class has too few rows to be divided: add rows, give it a larger share, or split 'by: random'.");
    }

    [Fact]
    public void A_test_part_without_positives_stops_the_build()
    {
        var rows = Enumerable.Range(1, 30).Select(i => $"2020-01-{i:00},{(i < 25 && i % 2 == 0 ? "yes" : "no")}");
        var made = new SplitCase("day,y\n" + string.Join('\n', rows) + "\n", Head + "split: { by: time, column: day }");
        made.Split().ShouldBeNull();
        Tables.Lines(made.Diagnostics).Single().ShouldStartWith("c.yaml(3,8): error MLOPS2035: no row of the test part has the label 'yes'.");
    }

    [Fact]
    public void A_rare_class_that_only_the_test_part_lacks_is_a_warning()
    {
        var rows = Enumerable.Range(0, 100).Select(i => $"{i},{(i < 2 ? "rare" : i % 2 == 0 ? "a" : "b")}");
        var made = new SplitCase("x,y\n" + string.Join('\n', rows) + "\n", "task: multiclass\nlabel: y\nsplit: stratified");
        made.Split().ShouldNotBeNull();
        made.Diagnostics.Count.ShouldBe(2);
        made.Diagnostics.ShouldAllBe(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Code == FeatureCodes.SplitClassAbsent);
    }

    private static string Days(int count) =>
        "id,day,y\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"{i},2020-01-{i:00},{(i % 3 == 0 ? "yes" : "no")}\n"));
}
