using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Features;

public sealed class FeatureBuilderTests
{
    private const string Head = "task: binary\nlabel: { name: Late, column: status, positive: [late] }\n";

    [Fact]
    public void Statistics_are_learned_from_the_training_rows_alone()
    {
        var csv = "x,c,status\n" + string.Concat(Enumerable.Range(0, 40).Select(i =>
            $"{(i % 2 == 0 ? i : i * 1000)},{(i % 2 == 0 ? "seen" + (i % 4) : "unseen")},{(i % 3 == 0 ? "late" : "fine")}\n"));
        var config = Head + "features: [{ column: x, transforms: [scale: min_max] }, { column: c, transforms: [one_hot] }]";
        var made = new FeatureCase(csv, config);
        made.Fitted.Summary.Inputs.ShouldBe(["x", "c=seen0", "c=seen2"]);
        made.Fitted.Summary.Columns[0].Transformations.ShouldBe(["scale 0..38 to 0..1"]);
        made.Matrix().Row(1).ToArray().ShouldBe([1000 / 38f, 0, 0]);
    }

    [Fact]
    public void A_value_never_seen_is_rare_or_nothing_and_after_the_last_code()
    {
        var csv = "c,status\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{(i < 8 ? "r" + i : i / 2 % 3 == 0 ? "a" : "b")},{(i % 7 < 3 ? "late" : "fine")}\n"));
        var made = new FeatureCase(csv, Head + """
            features:
              - { column: c, transforms: [one_hot] }
              - { column: c, transforms: [one_hot: { unknown: zeros }] }
              - { column: c, transforms: [ordinal] }
              - { column: c, transforms: [ordinal: value] }
            """);
        made.Fitted.Summary.Columns[0].Transformations.ShouldBe(["one-hot, 2 levels and 4 rare as one"]);
        var matrix = made.Matrix(Tables.Csv("c,z\na,1\nb,1\nr0,1\nnew,1\n"));
        matrix.Row(0).ToArray().ShouldBe([0, 1, 0, 0, 1, 0, 1, 0]);
        matrix.Row(1).ToArray().ShouldBe([1, 0, 0, 1, 0, 0, 0, 1]);
        matrix.Row(2)[..6].ToArray().ShouldBe([0, 0, 1, 0, 0, 1]);
        matrix.Row(3).ToArray().ShouldBe([0, 0, 1, 0, 0, 0, 6, float.NaN]);
    }

    [Fact]
    public void A_missing_value_has_its_own_level_or_the_imputed_one()
    {
        var csv = "c,status\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{(i % 6 < 2 ? "" : i % 6 < 4 ? "a" : "b")},{(i % 5 == 0 ? "late" : "fine")}\n"));
        var made = new FeatureCase(csv, Head + """
            features:
              - { column: c, transforms: [one_hot] }
              - { column: c, transforms: [impute: { method: constant, value: b, indicator: true }, one_hot] }
            """);
        made.Fitted.Summary.Inputs.ShouldBe(["c=a", "c=b", "c=(missing)", "c=b (2)", "c=a (2)", "c missing"]);
        made.Matrix().Row(0).ToArray().ShouldBe([0, 0, 1, 1, 0, 1]);
        made.Matrix().Row(2).ToArray().ShouldBe([1, 0, 0, 0, 1, 0]);
    }

    [Fact]
    public void A_category_is_one_code_for_trees_and_inputs_of_its_own_for_others()
    {
        var csv = "c,status\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{(i % 6 < 4 ? "often" : "less")},{(i % 5 == 0 ? "late" : "fine")}\n"));
        var config = Head + "features: [{ column: c, transforms: [category] }]";
        var made = new FeatureCase(csv, config, FeatureCase.Trees with { HandlesCategories = true });
        made.Fitted.Summary.Inputs.ShouldBe(["c"]);
        made.Fitted.Summary.Categories.ShouldBe([2]);
        var matrix = made.Matrix(Tables.Csv("c,z\noften,1\nless,1\nother,1\n,1\n"));
        matrix.Values.ShouldBe([0, 1, float.NaN, float.NaN]);
        matrix.Categories.ShouldBe([2]);
        var others = new FeatureCase(csv, config, FeatureCase.Linear);
        others.Fitted.Summary.Inputs.ShouldBe(["c=often", "c=less"]);
        others.Fitted.Summary.Categories.ShouldBeEmpty();
    }

    [Fact]
    public void Categories_beyond_253_share_a_code_with_those_never_seen()
    {
        var csv = "c,status\n" + string.Concat(Enumerable.Range(0, 1200).Select(i => $"v{i / 2 % 300},{(i % 5 == 0 ? "late" : "fine")}\n"));
        var made = new FeatureCase(csv, Head + "features: [{ column: c, transforms: [category] }]", FeatureCase.Trees with { HandlesCategories = true });
        made.Fitted.Summary.Categories.ShouldBe([254]);
        made.Matrix(Tables.Csv("c,z\nnever,1\n,1\n")).Values.ShouldBe([253, float.NaN]);
        made.Matrix().Values.Distinct().Count().ShouldBe(254);
    }

    [Fact]
    public void A_given_order_gives_its_places()
    {
        var csv = "c,status\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{(i % 6 < 3 ? "low" : "high")},{(i % 5 == 0 ? "late" : "fine")}\n"));
        var made = new FeatureCase(csv, Head + "features: [{ column: c, transforms: [ordinal: [low, middle, high]] }]");
        var matrix = made.Matrix(Tables.Csv("c,z\nlow,1\nmiddle,1\nhigh,1\nother,1\n"));
        matrix.Values.ShouldBe([0, 1, 2, float.NaN]);
    }

    [Fact]
    public void Timestamps_give_their_hour_in_UTC()
    {
        var csv = "t,status\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"2020-02-{1 + (i % 29):00}T{i % 24:00}:30:00+02:00,{(i % 5 == 0 ? "late" : "fine")}\n"));
        var made = new FeatureCase(csv, Head + "features: [{ column: t, transforms: [date_parts: [hour, day]] }]");
        made.Matrix().Row(0).ToArray().ShouldBe([22, 31]);
        made.Matrix().Row(5).ToArray().ShouldBe([3, 6]);
    }

    // Training rows are the even ones: 20 values of 10 rows each, then 40 values of 2 rows each, which are too few for an input.
    [Fact]
    public void By_default_trees_tell_frequent_values_apart_by_inputs_and_rare_ones_by_a_code()
    {
        var csv = "many,frequent,rare,few,status\n" + string.Concat(Enumerable.Range(0, 560).Select(i =>
            $"{(i < 400 ? $"a{i / 20:00}" : $"r{i / 4}")},f{i / 2 % 20:00},r{i / 2 % 140:000},{(i < 12 ? $"r{i / 4}" : "a")},{(i % 7 < 3 ? "late" : "fine")}\n"));
        var made = new FeatureCase(csv, Head);
        made.Fitted.Summary.Columns.Select(column => string.Join("; ", column.Transformations)).ShouldBe(
        [
            "one-hot, 20 levels and 40 rare as one; ordinal codes by value, 60 levels",
            "one-hot, 20 levels",
            "ordinal codes by value, 140 levels",
            "one-hot, 1 levels and 3 rare as one",
        ]);
        made.Fitted.Summary.Inputs.Where(input => input.StartsWith("many", StringComparison.Ordinal)).ShouldBe(
            [.. Enumerable.Range(0, 20).Select(i => $"many=a{i:00}"), "many=(other)", "many"]);
        var matrix = made.Matrix();
        matrix.Row(2)[..22].ToArray().ShouldBe([1, .. new float[20], 0]);
        matrix.Row(404)[..22].ToArray().ShouldBe([.. new float[20], 1, 21]);
        var linear = new FeatureCase(csv, Head, FeatureCase.Linear);
        linear.Fitted.Summary.Columns[0].Transformations.ShouldBe(["one-hot, 20 levels and 40 rare as one"]);
        linear.Fitted.Summary.Excluded.Select(column => column.Column).ShouldContain("rare");
    }

    [Fact]
    public void Columns_left_out_by_default_say_why()
    {
        var csv = "id,constant,empty,name,x,secret,later,status\n" + string.Concat(Enumerable.Range(0, 60).Select(i =>
            $"{i},5,,n{i},{i % 7},s{i % 3},{i % 4},{(i % 5 == 0 ? "late" : "fine")}\n"));
        var made = new FeatureCase(csv, Head + "exclude: [id]", contract: column => column with
        {
            KnownAfter = column.Name == "later",
            Sensitive = column.Name == "secret",
            Position = new SourcePosition("schema.yaml", 9),
        });
        made.Fitted.Summary.Columns.Select(column => column.Column).ShouldBe(["x"]);
        made.Fitted.Summary.Excluded.Select(column => $"{column.Column}: {column.Reason}").ShouldBe(
        [
            "id: excluded",
            "constant: constant on the training rows",
            "empty: no value on the training rows",
            "name: every value is different",
            "secret: sensitive text, whose values would be in the model",
            "later: known only after the outcome",
            "status: the label is computed from it",
        ]);
        made.Fitted.Summary.Excluded[5].Position.ShouldBe(new SourcePosition("schema.yaml", 9));
    }

    [Fact]
    public void A_declared_column_without_a_value_is_said_to_have_none()
    {
        var rows = Enumerable.Range(0, 20).Select(i => $"{i},,{(i % 3 == 0 ? "yes" : "no")}");
        var made = new FeatureCase(
            "x,empty,y\n" + string.Join('\n', rows) + "\n", "task: binary\nlabel: { column: y, positive: [yes] }\nfeatures: [x, empty]\n");
        made.Pipeline.ShouldBeNull();
        made.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("'empty' has no value on the training rows. Leave it out.");
    }

    [Fact]
    public void A_label_that_is_a_column_as_it_stands_is_called_the_label_itself()
    {
        var csv = "x,kind\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 7},k{i % 3}\n"));
        new FeatureCase(csv, "task: multiclass\nlabel: kind").Fitted.Summary.Excluded.ShouldHaveSingleItem().Reason.ShouldBe("the label itself");
        new FeatureCase(csv, "task: multiclass\nlabel: kind\nfeatures: [kind]").Findings.ShouldBe(
            ["c.yaml(3,12): error MLOPS2005: 'kind' is a feature, but is the label. Remove it from 'features'."]);
    }

    [Fact]
    public void The_signature_takes_the_columns_that_are_used()
    {
        var csv = "a,b,c,status\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 7},{i % 3}.5,k{i % 2},{(i % 5 == 0 ? "late" : "fine")}\n"));
        var made = new FeatureCase(csv, Head + "features: [c, a]");
        made.Fitted.Signature.Inputs.Select(input => (input.Name, input.Type)).ShouldBe([("a", ColumnType.Int64), ("c", ColumnType.String)]);
        made.Fitted.Signature.Classes.ShouldBe(["fine", "late"]);
        made.Fitted.Summary.Inputs.ShouldBe(["c=k0", "a"]);
    }

    [Theory]
    [InlineData("features: [status]", "c.yaml(3,12): error MLOPS2005: 'status' is a feature, but the label is computed from it. Remove it from 'features'.")]
    [InlineData("features: [later]", "schema.yaml(9,5): error MLOPS2007: 'later' is a feature, but is known only after the outcome. Remove it from 'features', or from 'known: after' if that is wrong.")]
    [InlineData("features: [secret]", "schema.yaml(9,5): error MLOPS2012: 'secret' is a feature, but is sensitive, and the values of a text feature are part of the model. Remove it from 'features', or 'sensitive' if that is wrong.")]
    [InlineData("features: [y]", "c.yaml(3,12): error MLOPS2001: 'features' names the column 'y', which the data lacks. Did you mean 'x'?")]
    [InlineData("features: [x, x]", "c.yaml(3,15): error MLOPS2010: 'x' is listed twice under 'features'. Remove one.")]
    [InlineData("features: [x]\nexclude: [x]", "c.yaml(4,11): error MLOPS2010: 'x' is excluded, and a feature at c.yaml(3,12). Keep one.")]
    [InlineData("features: [features]", "c.yaml(3,12): error MLOPS2011: 'features' is a name that every model graph has. Rename the column, or exclude it.")]
    [InlineData("exclude: [x, later, secret, features, day]", "c.yaml: error MLOPS2008: no column is left to be a feature (x: excluded; later: excluded; secret: excluded; features: excluded; day: excluded; status: the label is computed from it). Declare 'features', or shorten 'exclude'.")]
    [InlineData("features: [{ column: secret2, transforms: [log] }]", "c.yaml(3,12): error MLOPS2001: 'features' names the column 'secret2', which the data lacks. Did you mean 'secret'?")]
    [InlineData("features: [{ column: day, transforms: [log] }]", "c.yaml(3,40): error MLOPS2004: 'log' needs a number; 'day' is a date here. Choose another transformation, or put one before it.")]
    [InlineData("features: [{ column: x, transforms: [date_parts: [month]] }]", "c.yaml(3,38): error MLOPS2004: 'date_parts' needs a date or timestamp; 'x' is a number here. Choose another transformation, or put one before it.")]
    [InlineData("features: [{ column: day, transforms: [date_parts: [hour]] }]", "c.yaml(3,40): error MLOPS2004: 'date_parts' needs a timestamp for the part 'hour'; 'day' is a date here. Choose another transformation, or put one before it.")]
    [InlineData("features: [{ column: x, transforms: [one_hot, scale] }]", "c.yaml(3,47): error MLOPS2004: 'scale' needs a value that is not finished yet; 'x' is finished here. Choose another transformation, or put one before it.")]
    [InlineData("features: [{ column: x, transforms: [log: 0] }]", "c.yaml(3,38): error MLOPS2009: 'x' is 0 on a training row; with the offset 0 it has no logarithm. Use one over 0.")]
    [InlineData("features: [{ column: x, transforms: [ordinal: [0, 1, 2]] }]", "c.yaml(3,38): error MLOPS2009: 'ordinal.order' of 'x' does not name '3', which 4 training rows hold. Add it.")]
    public void A_feature_that_cannot_be_is_refused_with_the_way_out(string features, string expected)
    {
        var csv = "x,later,secret,features,day,status\n" + string.Concat(Enumerable.Range(0, 60).Select(i =>
            $"{i % 7},{i % 4},s{i % 3},{i % 9},2020-01-{1 + (i % 28):00},{(i % 5 == 0 ? "late" : "fine")}\n"));
        var made = new FeatureCase(csv, Head + features, contract: column => column with
        {
            KnownAfter = column.Name == "later",
            Sensitive = column.Name == "secret",
            KeyPositions = new Dictionary<string, SourcePosition> { ["known"] = new("schema.yaml", 9, 5), ["sensitive"] = new("schema.yaml", 9, 5) },
        });
        made.Pipeline.ShouldBeNull();
        made.Findings.ShouldBe([expected]);
    }
}
