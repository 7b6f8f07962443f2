using System.Text;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Validation.References;

namespace MlOps.Build.Engine.Tests.Data.References;

/// <summary>Whatever fits into memory at a time, the same rows are found.</summary>
public sealed class ForeignKeySearchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(ForeignKeySearch.DefaultBudget)]
    public void Every_budget_finds_the_rows_that_a_set_finds(int budget)
    {
        var random = new Random(11);
        var (ours, theirs) = (Table(random, 3000), Table(random, 400));
        var (table, other) = (Open("table.csv", ours), Open("other.csv", theirs));
        foreach (var columns in new int[][] { [0], [1], [0, 1] })
        {
            var known = theirs.Select(row => Key(row, columns)).OfType<string>().ToHashSet();
            var expected = Enumerable.Range(0, ours.Count).Where(row => Key(ours[row], columns) is { } key && !known.Contains(key)).ToList();

            var found = new ForeignKeySearch(columns, columns, budget).Run(table, other, [], TestContext.Current.CancellationToken).ShouldNotBeNull();

            found.Count.ShouldBe(expected.Count);
            table.Locate([.. found.First.Select(row => row.Place)]).Select(place => place.Line).ShouldBe(expected.Take(5).Select(row => row + 2));
        }
    }

    private static string? Key(string[] row, int[] columns) =>
        columns.Any(column => row[column].Length == 0) ? null : string.Join('\u0001', columns.Select(column => row[column]));

    private static List<string[]> Table(Random random, int rows) => [.. Enumerable.Range(0, rows)
        .Select(_ => new[] { random.Next(20) == 0 ? "" : random.Next(500).ToString(System.Globalization.CultureInfo.InvariantCulture), random.Next(20) == 0 ? "" : "v" + random.Next(300), "x" })];

    private static CsvBatches Open(string name, List<string[]> rows)
    {
        var text = "n,t,x\n" + string.Concat(rows.Select(row => string.Join(',', row) + "\n"));
        var schema = Reading.Schema("columns: [{name: n, type: int64}, {name: t, type: string}, {name: x, type: string}]");
        return CsvBatches.Open([new MemoryBytes(name, Encoding.UTF8.GetBytes(text))], schema, new CsvReading { BlockSize = 1 << 10, Threads = 3 }, [], CancellationToken.None)!;
    }
}
