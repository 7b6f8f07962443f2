using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Batches;

/// <summary>A table in memory, in batches.</summary>
internal sealed class TableBatches(Table table, int rowsPerBatch = TableBatches.Rows) : IBatchSource
{
    // A multiple of 64, so that each batch starts with a whole word of the mask.
    private const int Rows = 1 << 14;

    public IReadOnlyList<BatchColumn> Columns { get; } = [.. table.Columns.Select(column => new BatchColumn(column.Name, column.Type))];

    public long? Read(Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var columns = table.Columns.Select((column, index) => TableColumn.Of(column, Columns[index], table)).ToArray();
        var batch = new RowBatch([.. columns.Select(column => column.Batch)]);
        var taker = sink();
        for (var start = 0; start < table.RowCount; start += rowsPerBatch)
        {
            cancellation.ThrowIfCancellationRequested();
            (batch.Block, batch.Rows) = (start / rowsPerBatch, Math.Min(rowsPerBatch, table.RowCount - start));
            foreach (var column in columns)
                column.Show(start, batch.Rows);
            taker.Add(batch);
        }

        return table.RowCount;
    }

    public IReadOnlyList<RowLocation> Locate(IReadOnlyList<RowPlace> places) => [.. places
        .Select(place => (place.Block * rowsPerBatch) + place.Row)
        .Select(row => new RowLocation(row, table.Origins.File(row), table.Origins.Line(row)))];
}
