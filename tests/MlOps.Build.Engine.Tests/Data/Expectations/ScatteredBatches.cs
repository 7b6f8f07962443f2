using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

/// <summary>A table whose blocks go to several sinks, as if threads had read them.</summary>
internal sealed class ScatteredBatches(Table table, int rowsPerBatch, int sinks) : IBatchSource
{
    private readonly TableBatches _batches = new(table, rowsPerBatch);

    public IReadOnlyList<BatchColumn> Columns => _batches.Columns;

    public long? Read(Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var takers = Enumerable.Range(0, sinks).Select(_ => sink()).ToArray();
        return _batches.Read(() => new Scattering(takers), diagnostics, cancellation);
    }

    public IReadOnlyList<RowLocation> Locate(IReadOnlyList<RowPlace> places) => _batches.Locate(places);

    private sealed class Scattering(IBatchSink[] takers) : IBatchSink
    {
        public void Add(RowBatch batch) => takers[batch.Block * 7 % 5 % takers.Length].Add(batch);
    }
}
