using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

/// <summary>The whole numbers from 0 on, each once, in the order of multiples of a step without a common divisor; nothing is held.</summary>
internal sealed class CountedNumbers(int count, int step) : IBatchSource
{
    private const int RowsPerBatch = 1 << 14;

    public IReadOnlyList<BatchColumn> Columns { get; } = [new("id", ColumnType.Int64)];

    public int Readings { get; private set; }

    public long? Read(Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        Readings++;
        var column = new ValueBatch<long>(Columns[0], value => value.ToString(CultureInfo.InvariantCulture));
        var (taker, batch, values, missing) = (sink(), new RowBatch([column]), new long[RowsPerBatch], new ulong[RowsPerBatch / 64]);
        for (var start = 0; start < count; start += RowsPerBatch)
        {
            (batch.Block, batch.Rows) = (start / RowsPerBatch, Math.Min(RowsPerBatch, count - start));
            for (var row = 0; row < batch.Rows; row++)
                values[row] = (long)(start + row) * step % count;
            column.Show(values, 0, batch.Rows, missing, 0, []);
            taker.Add(batch);
        }

        return count;
    }

    public IReadOnlyList<RowLocation> Locate(IReadOnlyList<RowPlace> places) =>
        [.. places.Select(place => (place.Block * RowsPerBatch) + place.Row).Select(row => new RowLocation(row, "numbers", row + 1))];
}
