using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Relations;

namespace MlOps.Build.Engine.Tests.Data.Relations;

/// <summary>Against pandas and SciPy (Expected/relations.py).</summary>
public sealed class TableRelationsTests
{
    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Expected", "relations.json"))).RootElement;

    [Theory]
    [InlineData("credit.csv")]
    [InlineData("penguins.csv")]
    public void Every_pair_of_a_real_file_is_what_SciPy_says(string file)
    {
        var table = RealFiles.Read(file);
        int[] rows = [.. Enumerable.Range(0, table.RowCount)];
        var columns = table.Columns.ToDictionary(column => column.Name, column => RelatedColumn.Of(column, rows).ShouldNotBeNull());
        var comparer = new PairComparer(rows.Length);
        foreach (var wanted in Expected.GetProperty(file).GetProperty("pairs").EnumerateArray())
        {
            var (first, second) = (wanted.GetProperty("first").GetString()!, wanted.GetProperty("second").GetString()!);
            var relation = comparer.Compare(columns[first], columns[second]).ShouldNotBeNull();
            (relation.First, relation.Second).ShouldBe((first, second));
            relation.Measure.ToString().ShouldBe(wanted.GetProperty("measure").GetString());
            relation.Rows.ShouldBe(wanted.GetProperty("rows").GetInt64());
            relation.Value.ShouldBe(wanted.GetProperty("value").GetDouble(), 1e-12, $"{first} and {second}");
            if (relation.Measure == RelationMeasure.Pearson)
                relation.Spearman!.Value.ShouldBe(wanted.GetProperty("spearman").GetDouble(), 1e-12, $"{first} and {second}");
        }
    }

    [Theory]
    [InlineData("credit.csv")]
    [InlineData("penguins.csv")]
    public void Missing_values_are_where_pandas_finds_them(string file)
    {
        var relations = Of(RealFiles.Read(file));
        var wanted = Expected.GetProperty(file);
        relations.RepeatedRows.ShouldBe(wanted.GetProperty("repeated").GetInt64());
        relations.Missing.ShouldNotBeNull().Columns.ToDictionary(column => column.Name, column => column.Counts.Sum()).ShouldBe(
            wanted.GetProperty("missing").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetInt64()), ignoreOrder: true);
        foreach (var pair in relations.Missing.Together)
            pair.Value.ShouldBe(wanted.GetProperty("together").GetProperty($"{pair.First}|{pair.Second}").GetDouble(), 1e-12);
        relations.Missing.Together.Count.ShouldBe(Math.Min(20, wanted.GetProperty("together").EnumerateObject().Count()));
    }

    [Fact]
    public void The_strongest_come_first_and_the_label_has_its_own()
    {
        var found = Of(RealFiles.Read("credit.csv"), "Status").Correlations;
        found.Compared.ShouldBe(14);
        found.Strongest.Count.ShouldBe(50);
        found.Strongest.Select(RelationFinder.Strength).ShouldBeInOrder(SortDirection.Descending);
        found.WithLabel.Count.ShouldBe(13);
        found.WithLabel.ShouldAllBe(relation => relation.First == "Status" || relation.Second == "Status");
        found.Matrix.Count.ShouldBe(14 * 13 / 2);
        found.Matrix.OfType<double>().Max(Math.Abs).ShouldBe(RelationFinder.Strength(found.Strongest[0]));
    }

    [Fact]
    public void Sensitive_columns_take_no_part()
    {
        var found = Of(RealFiles.Read("penguins.csv"), "sex", "sex", "bill_length_mm");
        found.Correlations.Label.ShouldBeNull();
        (found.Correlations.Compared, found.Correlations.LeftOut).ShouldBe((6, 2));
        var names = found.Correlations.Names.Concat(found.Missing!.Columns.Select(column => column.Name))
            .Concat(found.Correlations.Strongest.Concat(found.Missing.Together).SelectMany(relation => new[] { relation.First, relation.Second }));
        names.ShouldNotContain("sex");
        names.ShouldNotContain("bill_length_mm");
    }

    [Fact]
    public void Constants_identifiers_and_few_rows_are_not_compared()
    {
        var rows = Enumerable.Range(0, 60).Select(i => $"{i},id{i},1,{(i % 2 == 0 ? "a" : "b")},1e308,{(i < 9 ? i : "")}\n");
        var found = Of(Reading.Of("n,id,one,ab,huge,few\n" + string.Concat(rows)).Table.ShouldNotBeNull()).Correlations;
        found.Names.ShouldBe(["n", "ab", "few"]);
        // Nine rows of 'few' say nothing of any pair.
        found.Strongest.ShouldHaveSingleItem().Second.ShouldBe("ab");
        found.Matrix.ShouldBe([found.Strongest[0].Value, null, null]);
    }

    [Fact]
    public void Huge_and_tiny_numbers_are_compared_all_the_same()
    {
        var rows = Enumerable.Range(1, 50).Select(i => $"{i}e306,{i}e-310,{1_000_000_000_000 + i},{51 - i}\n");
        var found = Of(Reading.Of("a,b,c,d\n" + string.Concat(rows)).Table.ShouldNotBeNull()).Correlations;
        found.Strongest.Count.ShouldBe(6);
        foreach (var relation in found.Strongest)
            relation.Value.ShouldBe(relation.Second == "d" ? -1 : 1, 1e-9, $"{relation.First} and {relation.Second}");
    }

    [Fact]
    public void A_wide_table_is_compared_in_part_and_says_so()
    {
        var head = string.Join(',', Enumerable.Range(0, 320).Select(i => $"c{i}"));
        var rows = Enumerable.Range(0, 40).Select(row => string.Join(',', Enumerable.Range(0, 320).Select(i => (row * ((i % 40) + 1)) % 41)) + "\n");
        var found = Of(Reading.Of(head + "\n" + string.Concat(rows)).Table.ShouldNotBeNull(), "c319").Correlations;
        (found.Compared, found.LeftOut, found.Label).ShouldBe((300, 20, "c319"));
        found.Names.Count.ShouldBe(30);
        found.Names.ShouldContain("c319");
        found.Matrix.Count.ShouldBe(30 * 29 / 2);
    }

    [Theory]
    [InlineData(1000, 10)]
    [InlineData(20_000_000, 2)]
    [InlineData(1_000_000, 300)]
    public void A_sample_is_in_order_and_within_its_budget(int rows, int columns)
    {
        var sample = RowSample.Of(rows, columns);
        sample.ShouldBe([.. sample.Distinct().Order()]);
        sample[^1].ShouldBeLessThan(rows);
        ((long)sample.Length * columns).ShouldBeLessThanOrEqualTo(8_000_000);
        if (rows == 1000)
            sample.Length.ShouldBe(rows);
        else
            sample.Length.ShouldBeGreaterThan(10_000);
    }

    private static DataRelations Of(Table table, string? label = null, params string[] sensitive) =>
        TableRelations.Of(table, sensitive.ToHashSet(StringComparer.Ordinal), label, TestContext.Current.CancellationToken);
}
