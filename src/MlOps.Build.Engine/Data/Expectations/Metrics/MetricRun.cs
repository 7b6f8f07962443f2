using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Reads a table once and gathers metrics.</summary>
internal static class MetricRun
{
    /// <summary>Null, with errors, when the table cannot be read.</summary>
    public static MetricValues? Gather(
        IBatchSource source, IEnumerable<Metric> metrics, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var distinct = metrics.Distinct().ToList();
        var sinks = new List<MetricSink>();
        MetricSink Start()
        {
            var sink = new MetricSink(distinct);
            lock (sinks)
                sinks.Add(sink);
            return sink;
        }

        if (source.Read([.. distinct.SelectMany(metric => metric.Uses).ToHashSet()], Start, diagnostics, cancellation) is null)
            return null;
        if (sinks.Count == 0)
            Start();
        foreach (var other in sinks.Skip(1))
        {
            for (var i = 0; i < distinct.Count; i++)
                sinks[0].Parts[i].Merge(other.Parts[i]);
        }

        return new MetricValues(distinct.Select((metric, index) => (metric, index)).ToDictionary(pair => pair.metric, pair => sinks[0].Parts[pair.index]));
    }
}
