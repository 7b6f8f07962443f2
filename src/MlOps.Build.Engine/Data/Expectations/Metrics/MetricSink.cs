using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Gathers all metrics from the batches of one thread.</summary>
internal sealed class MetricSink(IReadOnlyList<Metric> metrics) : IBatchSink
{
    private readonly BatchView _view = new();

    public MetricPart[] Parts { get; } = [.. metrics.Select(metric => metric.Start())];

    public void Add(RowBatch batch)
    {
        _view.Show(batch);
        foreach (var part in Parts)
            part.Add(_view);
    }
}
