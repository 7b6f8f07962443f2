using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>The buffers of one thread.</summary>
internal sealed class BootstrapWorker(IReadOnlyList<ScoredRows> models, IReadOnlyList<MetricDefinition> metrics)
{
    private readonly int[] _counts = new int[models[0].Count];
    private readonly MetricSample[] _samples = [.. models.Select(rows => new MetricSample(rows))];

    /// <summary>Draws once and writes each model's metrics to the draw's place.</summary>
    public void Run(Action<int, int[]> draw, int number, double[,][] values)
    {
        draw(number, _counts);
        for (var model = 0; model < _samples.Length; model++)
        {
            _samples[model].Reset(_counts);
            for (var metric = 0; metric < metrics.Count; metric++)
                values[model, metric][number] = metrics[metric].Compute(_samples[model]).Value;
        }
    }
}
