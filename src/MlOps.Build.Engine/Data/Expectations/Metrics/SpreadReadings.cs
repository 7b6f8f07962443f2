namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Goes through all different values, in one reading or, where they are more than are kept, in as many as it takes.</summary>
internal sealed class SpreadReadings(SpreadMetric first)
{
    private SpreadMetric? _last = first;

    /// <summary>Shows what the last reading kept.</summary>
    /// <param name="values">What was gathered.</param>
    /// <param name="add">Takes the values, each in one part only.</param>
    /// <returns>What the next reading has to gather; null after the last one.</returns>
    public SpreadMetric? Next<T>(MetricValues values, Action<T> add)
        where T : SpreadPart
    {
        if (_last is null)
            return null;
        var part = values.Of<T>(_last);
        add(part);
        return _last = part.Left is { } left ? _last with { Range = left } : null;
    }
}
