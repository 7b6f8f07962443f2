using System.Diagnostics;
using System.Globalization;
using MlOps.Build.Benchmarks.Coverage;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Benchmarks;

/// <summary>
/// Prints how long the resamples behind intervals take, in all and by metric: medians of seven of the processor's time, which other
/// programs disturb less than the clock's.
/// </summary>
internal static class BootstrapTimes
{
    private const int Rows = 10_000;
    private const int Resamples = 2000;
    private const int Repeats = 7;

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"{Resamples} resamples of {Rows} rows, milliseconds of processor time over all threads; {Machine.Description}");
        Console.WriteLine("| task | all metrics, 1 thread | all threads | with BCa, all threads | drawing alone | by metric alone |");
        Console.WriteLine("|---|--:|--:|--:|--:|---|");
        foreach (var population in Population.All.Where(population => population.Dependence == 1))
            Row(population);
    }

    private static void Row(Population population)
    {
        var (rows, _) = population.Draw(Rows, new SeededRandom(1));
        var metrics = MetricRegistry.For(population.Task);
        var drawing = Time(() => BootstrapDraws.Run([rows], [], Plan(1), default));
        var each = metrics.Select(metric => (metric.Name, Time: Time(() => BootstrapDraws.Run([rows], [metric], Plan(1), default)) - drawing));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {population.Name} | {Time(() => BootstrapDraws.Run([rows], metrics, Plan(1), default)):F0} | {Time(() => BootstrapDraws.Run([rows], metrics, Plan(Environment.ProcessorCount), default)):F0} | {Time(() => MetricTable.Build([rows], Plan(Environment.ProcessorCount) with { Interval = IntervalMethod.Bca }, default)):F0} | {drawing:F0} | {string.Join(", ", each.OrderByDescending(one => one.Time).Select(one => $"{one.Name} {one.Time:F0}"))} |"));
    }

    private static BootstrapPlan Plan(int threads) => new() { Resamples = Resamples, Confidence = 0.95, Seed = 7, Threads = threads };

    private static double Time(Action action)
    {
        action();
        var times = new double[Repeats];
        for (var i = 0; i < Repeats; i++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            action();
            times[i] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Repeats / 2];
    }
}
