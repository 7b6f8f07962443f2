using MlOps.Build.Contracts;
using MlOps.Build.Engine.Labels;

namespace MlOps.Build.Engine.Tests.Labels;

public sealed class LabelBuilderTests
{
    private const string Damage = "damage,x\nNone,1\nMinor,2\n,3\nMedium,4\nNone,5\n";

    [Fact]
    public void Listed_negative_values_make_every_other_value_positive()
    {
        var label = Build(Damage, "task: binary\nlabel: { name: Damaged, column: damage, negative: [None] }");
        label.Values.ShouldBe([0, 1, float.NaN, 1, 0]);
        label.Classes.ShouldBe(["not Damaged", "Damaged"]);
    }

    [Fact]
    public void Listed_positive_values_make_every_other_value_negative()
    {
        var label = Build(Damage, "task: binary\nlabel: { name: Serious, column: damage, positive: [Medium] }");
        label.Values.ShouldBe([0, 0, float.NaN, 1, 0]);
    }

    [Fact]
    public void Two_values_keep_their_names()
    {
        var label = Build("s,x\ngood,1\nbad,2\n", "task: binary\nlabel: { column: s, positive: [bad] }");
        label.Classes.ShouldBe(["good", "bad"]);
        label.Values.ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData("s,x\nyes,1\nno,2\n", "no", "yes", 1)]
    [InlineData("s,x\n1,1\n0,2\n", "0", "1", 1)]
    [InlineData("s,x\n10,1\n9,2\n", "9", "10", 1)]
    [InlineData("s,x\ntrue,1\nfalse,2\n", "false", "true", 1)]
    public void The_later_of_two_own_values_is_positive_and_that_is_said(string csv, string negative, string positive, float first)
    {
        var diagnostics = new DiagnosticBag();
        var label = LabelBuilder.Build(Tables.Csv(csv), Tables.Config("task: binary\nlabel: s"), diagnostics).ShouldNotBeNull();
        label.Classes.ShouldBe([negative, positive]);
        label.Values[0].ShouldBe(first);
        diagnostics.Single().Severity.ShouldBe(DiagnosticSeverity.Info);
        diagnostics.Single().Message.ShouldStartWith($"'{positive}' is taken as the positive class");
    }

    [Fact]
    public void Classes_are_in_ordinal_order_and_numbers_in_theirs()
    {
        Build("s,x\nb,1\nC,2\na,3\n", "task: multiclass\nlabel: s").Classes.ShouldBe(["C", "a", "b"]);
        Build("s,x\n10,1\n9,2\n2,3\n", "task: multiclass\nlabel: s").Classes.ShouldBe(["2", "9", "10"]);
    }

    [Fact]
    public void A_number_is_a_regression_label_and_a_missing_one_is_none()
    {
        var label = Build("p,x\n1.5,1\n,2\n-3,3\n", "task: regression\nlabel: p");
        label.Values.ShouldBe([1.5f, float.NaN, -3]);
        label.Classes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("task: binary\nlabel: damge", "c.yaml(2,8): error MLOPS2001: the label's column 'damge' is not in the data. Did you mean 'damage'? Name the column to predict in 'label'.")]
    [InlineData("task: binary\nlabel: damage", "c.yaml(2,8): error MLOPS2022: 'damage' has 3 different values ('Medium', 'Minor', 'None'); a binary label has two. Add 'positive' or 'negative' to 'label', or write 'task: multiclass'.")]
    [InlineData("task: regression\nlabel: damage", "c.yaml(2,8): error MLOPS2023: the label 'damage' has the type String; a regression needs a number. Change 'task', or name another column.")]
    [InlineData("task: binary\nlabel: { column: damage, negative: [none] }", "c.yaml(2,37): error MLOPS2024: no row has the value 'none' in 'damage'. Did you mean 'None'?")]
    [InlineData("task: binary\nlabel: { column: damage, negative: [None, Minor, Medium] }", "c.yaml(2,18): error MLOPS2021: 'label' lists every value of 'damage', so all rows are of one class. Remove one from the list.")]
    [InlineData("task: multiclass\nlabel: empty", "c.yaml(2,8): error MLOPS2020: none of the 5 rows has a value in the label's column 'empty'. Name another column, or check the missing markers.")]
    [InlineData("task: multiclass\nlabel: one", "c.yaml(2,8): error MLOPS2021: every labelled row has the same label '7'. Name another column, or check the data.")]
    [InlineData("task: regression\nlabel: one", "c.yaml(2,8): error MLOPS2021: every row has the same label 'one'. There is nothing to learn; name another column, or check the data.")]
    [InlineData("task: multiclass\nlabel: two", "c.yaml(2,8): error MLOPS2022: 'two' has two different values ('1', '2'). Write 'task: binary'.")]
    [InlineData("task: multiclass\nlabel: day", "c.yaml(2,8): error MLOPS2023: the label 'day' has the type Date; classes come from text, whole numbers or booleans.")]
    public void A_label_that_cannot_be_learned_is_refused_with_the_way_out(string config, string expected)
    {
        const string Csv = "damage,empty,one,two,day\nNone,,7,1,2020-01-01\nMinor,,7,2,2020-01-02\n,,7,1,2020-01-03\nMedium,,7,2,2020-01-04\nNone,,7,1,2020-01-05\n";
        var diagnostics = new DiagnosticBag();
        LabelBuilder.Build(Tables.Csv(Csv), Tables.Config(config), diagnostics).ShouldBeNull();
        Tables.Lines(diagnostics).ShouldBe([expected]);
    }

    private static Label Build(string csv, string config)
    {
        var diagnostics = new DiagnosticBag();
        var label = LabelBuilder.Build(Tables.Csv(csv), Tables.Config(config), diagnostics);
        diagnostics.ShouldBeEmpty();
        return label.ShouldNotBeNull();
    }
}
