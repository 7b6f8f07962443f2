using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Tests.Data;

public sealed class SchemaInferenceTests
{
    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(1, 10, 0.1)]
    [InlineData(1, 1000, 0.01)]
    [InlineData(2836, 10000, 0.29)]
    [InlineData(10, 10, 1)]
    public void The_share_of_missing_values_is_rounded_up_to_a_percent(int missing, int rows, double expected) =>
        SchemaInference.MissingShare(missing, rows).ShouldBe(expected);

    [Fact]
    public void The_rounded_share_is_never_below_the_share()
    {
        for (var rows = 1; rows < 700; rows++)
        {
            for (var missing = 0; missing <= rows; missing++)
                SchemaInference.MissingShare(missing, rows).ShouldBeInRange((double)missing / rows, 1);
        }
    }

    [Fact]
    public void Text_with_few_values_that_recur_is_a_set_and_identifiers_are_not()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"{(i % 3 == 0 ? "b" : "a")},id{i},{i % 2 == 0}\n"));
        var schema = SchemaInference.Infer(Reading.Of("size,id,flag\n" + rows).Table!);
        schema.Columns.Select(column => column.Values.Count).ShouldBe([2, 0, 0]);
        schema.Columns[0].Values.ShouldBe(["a", "b"]);
        schema.Inferred.ShouldBeTrue();
    }

    [Fact]
    public void Few_rows_make_no_set() =>
        SchemaInference.Infer(Reading.Of("a,b\n" + string.Concat(Enumerable.Repeat("x,y\nz,y\n", 9))).Table!)
            .Columns[0].Values.ShouldBeEmpty();

    [Fact]
    public void Numbers_that_are_never_negative_start_at_zero()
    {
        var schema = SchemaInference.Infer(Reading.Of("a,b,c,d\n0,-1,2.5,\n3,4,,\n").Table!);
        schema.Columns.Select(column => column.Minimum).ShouldBe([0, null, 0, null]);
        schema.Columns.Select(column => column.MaximumMissing).ShouldBe([0, 0, 0.5, 1]);
    }

    [Fact]
    public void The_same_data_give_the_same_text()
    {
        var table = RealFiles.Read("penguins.csv");
        SchemaFile.Write(SchemaInference.Infer(table)).ShouldBe(SchemaFile.Write(SchemaInference.Infer(RealFiles.Read("penguins.csv"))));
        SchemaFile.Write(SchemaInference.Infer(table)).ShouldStartWith("""
            # The data contract: what each column holds. See docs/guides/data-contract.md.
            columns:
              - name: species
                type: string
                missing: 0
                values: [Adelie, Chinstrap, Gentoo]
            """);
    }
}
