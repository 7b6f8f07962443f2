using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Packaging.Rows;

namespace MlOps.Build.Engine.Tests.Packaging.Rows;

public sealed class TrainingRowsTests
{
    private const int RowCount = 40_000;

    private static readonly Table Numbers = TableOf(
        new Int64Column("id", [.. Enumerable.Range(0, RowCount).Select(row => (long)row)], new MissingMask(RowCount)));

    [Fact]
    public void Every_training_row_is_known()
    {
        var rows = Enumerable.Range(0, 5_000).ToArray();

        TrainingRows.CountKnown(TrainingRows.Build(Numbers, rows, new HashSet<string>()), Numbers, rows).ShouldBe(5_000);
    }

    /// <summary>Expected: (1 - e^(-11/16))^11 = 0.00046 by the formula of Bloom's paper; 35,000 trials have a standard deviation of 4.</summary>
    [Fact]
    public void Hardly_any_other_row_seems_known()
    {
        var filter = TrainingRows.Build(Numbers, Enumerable.Range(0, 5_000).ToArray(), new HashSet<string>());

        var known = TrainingRows.CountKnown(filter, Numbers, Enumerable.Range(5_000, 35_000).ToArray()).ShouldNotBeNull();

        filter.FalsePositiveRate.ShouldBe(Math.Pow(1 - Math.Exp(-11.0 / 16), 11), 0.00001);
        ((double)known).ShouldBeInRange(0, (35_000 * filter.FalsePositiveRate) + 20);
    }

    [Fact]
    public void Columns_in_another_order_make_the_same_rows()
    {
        var mask = new MissingMask(1);
        var a = new Int64Column("a", [1], mask);
        var b = new Int64Column("b", [2], mask);
        var filter = TrainingRows.Build(TableOf(a, b), [0], new HashSet<string>());

        TrainingRows.CountKnown(filter, TableOf(b, a), [0]).ShouldBe(1);
    }

    [Fact]
    public void Values_that_move_between_columns_make_another_row()
    {
        var mask = new MissingMask(1);
        var filter = TrainingRows.Build(TableOf(new StringColumn("a", [0], ["xy"], mask), new StringColumn("b", [0], [""], mask)), [0], new HashSet<string>());
        var moved = TableOf(new StringColumn("a", [0], ["x"], mask), new StringColumn("b", [0], ["y"], mask));

        TrainingRows.CountKnown(filter, moved, [0]).ShouldBe(0);
    }

    [Fact]
    public void A_missing_value_is_not_an_empty_text()
    {
        var missing = new MissingMask(1);
        missing.Set(0);
        var filter = TrainingRows.Build(TableOf(new StringColumn("a", [0], [""], new MissingMask(1))), [0], new HashSet<string>());

        TrainingRows.CountKnown(filter, TableOf(new StringColumn("a", [-1], [""], missing)), [0]).ShouldBe(0);
    }

    [Fact]
    public void A_sensitive_column_takes_no_part()
    {
        var mask = new MissingMask(1);
        var filter = TrainingRows.Build(
            TableOf(new Int64Column("a", [1], mask), new Int64Column("name", [7], mask)), [0], new HashSet<string> { "name" });

        filter.Columns.ShouldBe(["a"]);
        TrainingRows.CountKnown(filter, TableOf(new Int64Column("a", [1], mask)), [0]).ShouldBe(1);
    }

    [Fact]
    public void Without_one_of_its_columns_nothing_can_be_said()
    {
        var filter = TrainingRows.Build(Numbers, [0], new HashSet<string>());

        TrainingRows.CountKnown(filter, TableOf(new Int64Column("other", [1], new MissingMask(1))), [0]).ShouldBeNull();
    }

    [Fact]
    public void No_rows_make_a_filter_that_knows_none() =>
        TrainingRows.CountKnown(TrainingRows.Build(Numbers, [], new HashSet<string>()), Numbers, [0, 1, 2]).ShouldBe(0);

    private static Table TableOf(params Column[] columns) =>
        new(columns, new RowOrigins(["x.csv"], [0], new int[columns[0].Length]));
}
