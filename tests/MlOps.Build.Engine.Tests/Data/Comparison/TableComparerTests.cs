using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Comparison;

namespace MlOps.Build.Engine.Tests.Data.Comparison;

/// <summary>A real file and edits of it that are known, because the test makes them.</summary>
public sealed class TableComparerTests
{
    private static readonly string[] Lines = File.ReadAllLines(RealFiles.Path("birdstrikes-1000.csv"));

    [Theory]
    [InlineData(64)]
    [InlineData(1 << 14)]
    public void Rows_are_told_apart_by_key(int rowsPerBatch)
    {
        var diff = Compare(Numbered(Lines), Numbered(Edited()), ["id"], [], rowsPerBatch);
        var rows = diff.RowChanges.ShouldNotBeNull();
        (rows.Added, rows.Removed, rows.Changed, rows.Same).ShouldBe((1, 2, 3, 995));
        diff.Columns.ShouldBe([
            new ColumnChange { Column = "Wildlife Size", Changed = 3 },
            new ColumnChange { Column = "Speed IAS in knots", Changed = 1 },
        ]);
        rows.Examples.Single(row => row.Key[0] == "20").Values.ShouldContain(new ValueChange("Speed IAS in knots", null, "301"));
    }

    [Fact]
    public void The_order_of_rows_changes_nothing()
    {
        var rows = Compare(Numbered(Lines), [Numbered(Lines)[0], .. Numbered(Lines).Skip(1).Reverse()], ["id"], []).RowChanges.ShouldNotBeNull();
        (rows.Added, rows.Removed, rows.Changed, rows.Same).ShouldBe((0, 0, 0, 1000));
    }

    [Fact]
    public void Without_a_key_equal_rows_cancel_out_as_often_as_both_have_them()
    {
        var rows = Compare(["a,b", "1,x", "1,x", "2,y"], ["a,b", "1,x", "2,y", "2,y", "3,z"], [], []).RowChanges.ShouldNotBeNull();
        (rows.Added, rows.Removed, rows.Changed, rows.Same).ShouldBe((2, 1, 0, 2));
    }

    [Fact]
    public void Rows_that_share_a_key_or_lack_it_are_counted_apart()
    {
        var rows = Compare(["id,b", "1,x", "1,y", "2,y", ",z"], ["id,b", "1,x", "2,y", "3,z", "3,w"], ["id"], []).RowChanges.ShouldNotBeNull();
        (rows.Added, rows.Removed, rows.Changed, rows.Same, rows.ReferenceShared, rows.Shared).ShouldBe((0, 0, 0, 1, 3, 3));
    }

    [Fact]
    public void Columns_that_came_went_or_changed_their_type_are_named()
    {
        var diff = Compare(["id,n,old,t", "1,5,a,7", "2,6,b,8"], ["id,n,new,t", "1,5,c,x", "2,6.5,d,y"], ["id"], []);
        diff.Columns.ShouldBe([
            new ColumnChange { Column = "n", Before = ColumnType.Int64, After = ColumnType.Float64, Changed = 1 },
            new ColumnChange { Column = "new", After = ColumnType.String },
            new ColumnChange { Column = "t", Before = ColumnType.Int64, After = ColumnType.String },
            new ColumnChange { Column = "old", Before = ColumnType.String },
        ], ignoreOrder: true);
        diff.RowChanges.ShouldNotBeNull().Changed.ShouldBe(1);
    }

    [Fact]
    public void Values_of_sensitive_columns_are_masked()
    {
        var row = Compare(["id,b", "77,secret", "2,y"], ["id,b", "77,hidden", "2,y"], ["id"], ["b", "id"]).RowChanges.ShouldNotBeNull().Examples.ShouldHaveSingleItem();
        row.Key.ShouldBe([TableComparer.Mask]);
        row.Values.ShouldHaveSingleItem().ShouldBe(new ValueChange("b", TableComparer.Mask, TableComparer.Mask));
    }

    [Fact]
    public void A_key_that_one_version_lacks_is_an_error()
    {
        var diagnostics = new DiagnosticBag();
        Comparer(["id,b", "1,x"], ["no,b", "1,x"], ["id"], [], 64).Compare("old.csv", diagnostics, TestContext.Current.CancellationToken).ShouldBeNull();
        Tables.Lines(diagnostics).ShouldHaveSingleItem().ShouldStartWith("error MLOPS1133: the key column 'id' is not in both versions");
    }

    // Two rows go, one comes, three change, one of them in two columns.
    private static IEnumerable<string> Edited()
    {
        foreach (var (i, line) in Lines.Index())
        {
            var size = new[] { "Large", "Medium", "Small" }.FirstOrDefault(line.Contains);
            if (i is 5 or 600)
                yield return "";
            else if (i is 20 or 400 or 999)
                yield return line.Replace($",{size},", ",Huge,", StringComparison.Ordinal) + (i == 20 ? "301" : "");
            else
                yield return line;
        }

        yield return Lines[7];
    }

    private static IReadOnlyList<string> Numbered(IEnumerable<string> lines) =>
        [.. lines.Index().Where(line => line.Item.Length > 0).Select(line => (line.Index == 0 ? "id" : line.Index.ToString(System.Globalization.CultureInfo.InvariantCulture)) + "," + line.Item)];

    private static DataDiff Compare(IReadOnlyList<string> before, IReadOnlyList<string> after, string[] key, string[] sensitive, int rowsPerBatch = 64)
    {
        var diagnostics = new DiagnosticBag();
        var diff = Comparer(before, after, key, sensitive, rowsPerBatch).Compare("old.csv", diagnostics, TestContext.Current.CancellationToken);
        diagnostics.ShouldBeEmpty();
        return diff.ShouldNotBeNull();
    }

    private static TableComparer Comparer(IReadOnlyList<string> before, IReadOnlyList<string> after, string[] key, string[] sensitive, int rowsPerBatch) => new(
        Batches(before, rowsPerBatch), Batches(after, rowsPerBatch), key, sensitive.ToHashSet());

    private static TableBatches Batches(IReadOnlyList<string> lines, int rowsPerBatch) => new(Tables.Csv(string.Join('\n', lines) + "\n"), rowsPerBatch);
}
