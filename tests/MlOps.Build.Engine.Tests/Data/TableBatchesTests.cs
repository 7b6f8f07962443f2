using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>A table in memory says the same in batches as by row.</summary>
public sealed class TableBatchesTests
{
    [Theory]
    [InlineData(64)]
    [InlineData(1 << 14)]
    public void Every_value_stands_in_its_batch(int rowsPerBatch)
    {
        var table = RealFiles.Read("birdstrikes-1000.csv");
        var taken = new TakenTexts();
        var source = new TableBatches(table, rowsPerBatch);
        source.Read(() => taken, [], TestContext.Current.CancellationToken).ShouldBe(table.RowCount);
        foreach (var (column, texts) in table.Columns.Zip(taken.Columns))
            texts.ShouldBe(Enumerable.Range(0, table.RowCount).Select(column.Text), column.Name);
        taken.Missing.ShouldBe(table.Columns.Select(column => (long)column.Missing.Count));
    }

    [Fact]
    public void A_place_is_found_again()
    {
        var table = RealFiles.Read("birdstrikes-1000.csv");
        var location = new TableBatches(table, 64).Locate([new RowPlace(2, 5)])[0];
        location.ShouldBe(new RowLocation(133, table.Origins.File(133), table.Origins.Line(133)));
    }

    private sealed class TakenTexts : IBatchSink
    {
        public List<List<string?>> Columns { get; } = [];

        public List<long> Missing { get; } = [];

        public void Add(RowBatch batch)
        {
            for (var i = 0; i < batch.Columns.Length; i++)
            {
                if (Columns.Count == i)
                {
                    Columns.Add([]);
                    Missing.Add(0);
                }

                Columns[i].AddRange(Enumerable.Range(0, batch.Rows).Select(batch.Columns[i].Text));
                Missing[i] += batch.Columns[i].MissingCount;
            }
        }
    }
}
