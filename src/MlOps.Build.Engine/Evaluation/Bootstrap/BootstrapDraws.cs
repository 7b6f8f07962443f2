using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>Every metric of every model on every resample. Models share the resamples, so differences of a place are paired.</summary>
internal sealed class BootstrapDraws
{
    private readonly double[,][] _values;

    private BootstrapDraws(double[,][] values) => _values = values;

    /// <summary>One value a resample; NaN where the metric is undefined.</summary>
    public ReadOnlySpan<double> this[int model, int metric] => _values[model, metric];

    public static BootstrapDraws Run(
        IReadOnlyList<ScoredRows> models,
        IReadOnlyList<MetricDefinition> metrics,
        IResampler resampler,
        BootstrapPlan plan,
        CancellationToken cancellationToken)
    {
        var values = new double[models.Count, metrics.Count][];
        for (var model = 0; model < models.Count; model++)
        {
            for (var metric = 0; metric < metrics.Count; metric++)
                values[model, metric] = new double[plan.Resamples];
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, plan.Threads), CancellationToken = cancellationToken };
        Parallel.For(
            0,
            plan.Resamples,
            options,
            () => new BootstrapWorker(models, metrics),
            (resample, _, worker) =>
            {
                worker.Run(resampler, plan.Stream(resample), resample, values);
                return worker;
            },
            _ => { });
        return new BootstrapDraws(values);
    }
}
