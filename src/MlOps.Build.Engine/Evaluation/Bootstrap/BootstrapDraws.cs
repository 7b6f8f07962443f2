using System.Collections.Concurrent;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>Every metric of every model on every resample. Models share the resamples, so differences of a place are paired.</summary>
internal sealed class BootstrapDraws
{
    // Draws that a thread takes at once: few enough that no thread waits long for the last, many enough that taking costs nothing.
    private const int Chunk = 16;

    private readonly double[,][] _values;

    private BootstrapDraws(double[,][] values) => _values = values;

    /// <summary>One value a resample; NaN where the metric is undefined.</summary>
    public ReadOnlySpan<double> this[int model, int metric] => _values[model, metric];

    /// <summary>The resamples of the plan.</summary>
    public static BootstrapDraws Run(
        IReadOnlyList<ScoredRows> models, IReadOnlyList<MetricDefinition> metrics, BootstrapPlan plan, CancellationToken cancellationToken)
    {
        var resampler = plan.Resampler(models[0]);
        return Run(models, metrics, plan.Resamples, plan.Threads, (number, counts) => resampler.Draw(plan.Stream(number), counts), cancellationToken);
    }

    /// <summary>Each unit left out in turn.</summary>
    public static BootstrapDraws LeaveOut(
        JackknifeUnits units, IReadOnlyList<ScoredRows> models, IReadOnlyList<MetricDefinition> metrics, int threads, CancellationToken cancellationToken) =>
        Run(models, metrics, units.Count, threads, (number, counts) => units.LeaveOut(number, counts), cancellationToken);

    /// <summary>Whatever is drawn, by number.</summary>
    public static BootstrapDraws Run(
        IReadOnlyList<ScoredRows> models,
        IReadOnlyList<MetricDefinition> metrics,
        int draws,
        int threads,
        Action<int, int[]> draw,
        CancellationToken cancellationToken)
    {
        var values = new double[models.Count, metrics.Count][];
        for (var model = 0; model < models.Count; model++)
        {
            for (var metric = 0; metric < metrics.Count; metric++)
                values[model, metric] = new double[draws];
        }

        if (draws == 0)
            return new BootstrapDraws(values);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellationToken };
        Parallel.ForEach(
            Partitioner.Create(0, draws, Chunk),
            options,
            () => new BootstrapWorker(models, metrics),
            (range, _, worker) =>
            {
                for (var number = range.Item1; number < range.Item2; number++)
                    worker.Run(draw, number, values);
                return worker;
            },
            _ => { });
        return new BootstrapDraws(values);
    }
}
