namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>What was gathered, by metric.</summary>
internal sealed class MetricValues(IReadOnlyDictionary<Metric, MetricPart> parts)
{
    private readonly IReadOnlyDictionary<Metric, MetricPart> _parts = parts;

    public T Of<T>(Metric metric)
        where T : MetricPart => (T)_parts[metric];

    /// <summary>These and what was gathered later.</summary>
    public MetricValues With(MetricValues later) => new(later._parts.Concat(_parts).DistinctBy(pair => pair.Key).ToDictionary());

    /// <summary>Gives memory back that no verdict needs.</summary>
    public void Release()
    {
        foreach (var part in _parts.Values)
            part.Release();
    }
}
