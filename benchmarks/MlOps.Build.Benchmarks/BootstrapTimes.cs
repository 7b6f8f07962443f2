using System.Diagnostics;
using System.Globalization;
using MlOps.Build.Benchmarks.Coverage;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Benchmarks;

/// <summary>
/// Prints how long the resamples behind intervals take, in all and by metric: medians of the processor's time, which other programs
/// disturb less than the clock's, and SciPy's in turn with ours.
/// </summary>
internal static class BootstrapTimes
{
    private const int Rows = 10_000;
    private const int Resamples = 2000;
    private const int Repeats = 7;
    private const int Turns = 3;

    public static void Run(string root)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var populations = Population.All.Where(population => population.Dependence == 1 || population.Ranking is not null).ToList();
        Console.WriteLine($"{Resamples} resamples of {Rows} rows, milliseconds of processor time over all threads; {Machine.Description}\n");
        Console.WriteLine("| task | metrics | all metrics, 1 thread | by the clock | all threads | by the clock | with BCa, all threads | drawing alone |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var population in populations)
            Row(population);
        Console.WriteLine("\n| task | by metric alone, 1 thread, drawing taken off |");
        Console.WriteLine("|---|---|");
        foreach (var population in populations)
            Metrics(population);
        SciPy(root);
    }

    private static void Row(Population population)
    {
        var (rows, _) = population.Draw(Rows, new SeededRandom(1));
        var all = Environment.ProcessorCount;
        var one = Time(() => BootstrapDraws.Run([rows], population.Metrics, Plan(population, 1), default));
        var many = Time(() => BootstrapDraws.Run([rows], population.Metrics, Plan(population, all), default));
        var bca = Time(() => MetricTable.Build([rows], Plan(population, all) with { Interval = IntervalMethod.Bca }, default));
        var drawing = Time(() => BootstrapDraws.Run([rows], [], Plan(population, 1), default));
        Console.WriteLine($"| {population.Name} | {population.Metrics.Count} | {one.Processor:F0} | {one.Clock:F0} | {many.Processor:F0} | {many.Clock:F0} | {bca.Processor:F0} | {drawing.Processor:F0} |");
    }

    private static void Metrics(Population population)
    {
        var (rows, _) = population.Draw(Rows, new SeededRandom(1));
        var drawing = Alone(rows, [], population);
        var each = population.Metrics.Select(metric => (metric.Name, Time: Alone(rows, [metric], population) - drawing));
        Console.WriteLine($"| {population.Name} | {string.Join(", ", each.OrderByDescending(one => one.Time).Select(one => $"{one.Name} {one.Time:F0}"))} |");
    }

    // In turns, so that whatever else the machine does disturbs both alike.
    private static void SciPy(string root)
    {
        Console.WriteLine($"\n| metric alone, 1 thread, {Turns} turns | this kit, drawing included | SciPy's `scipy.stats.bootstrap` |");
        Console.WriteLine("|---|--:|--:|");
        foreach (var name in SciPyTimes.Metrics)
        {
            var metric = MetricRegistry.Find(name)!;
            var population = Population.All.First(population => population.Task == metric.Tasks[0]);
            var (rows, _) = population.Draw(Rows, new SeededRandom(1));
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var turn = 0; turn < Turns; turn++)
            {
                ours.Add(Alone(rows, [metric], population));
                if (SciPyTimes.Of(root, name) is { } milliseconds)
                    theirs.Add(milliseconds);
            }

            Console.WriteLine($"| `{name}` | {ours.Order().ElementAt(Turns / 2):F0} | {(theirs.Count < Turns ? "not there" : theirs.Order().ElementAt(Turns / 2).ToString("F0", CultureInfo.InvariantCulture))} |");
        }
    }

    private static double Alone(ScoredRows rows, IReadOnlyList<MetricDefinition> metrics, Population population) =>
        Time(() => BootstrapDraws.Run([rows], metrics, Plan(population, 1), default)).Processor;

    private static BootstrapPlan Plan(Population population, int threads) =>
        new() { Resamples = Resamples, Confidence = 0.95, Seed = 7, Threads = threads, Sampling = population.Sampling(Rows) };

    private static (double Processor, double Clock) Time(Action action)
    {
        action();
        var (processor, clock) = (new double[Repeats], new double[Repeats]);
        for (var i = 0; i < Repeats; i++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            action();
            clock[i] = watch.Elapsed.TotalMilliseconds;
            processor[i] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
        }

        Array.Sort(processor);
        Array.Sort(clock);
        return (processor[Repeats / 2], clock[Repeats / 2]);
    }
}
