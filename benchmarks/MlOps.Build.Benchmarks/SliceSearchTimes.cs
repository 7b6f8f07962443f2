using System.Diagnostics;
using System.Globalization;
using MlOps.Build.Engine.Evaluation.Slices.Search;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Benchmarks;

/// <summary>Prints how long the search for weak groups takes: 10,000 rows, 14 columns as in the samples, one weak group planted.</summary>
internal static class SliceSearchTimes
{
    private const int Repeats = 5;

    // Values a column: flags, codes, buckets of numbers, and one with many values.
    private static readonly int[] Values = [2, 2, 3, 4, 4, 4, 4, 4, 4, 5, 8, 12, 20, 60];

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"Search for weak groups, medians of {Repeats}, milliseconds; {Machine.Description}\n");
        Console.WriteLine("| rows | columns | groups looked at | permutations | processor, 1 thread | clock, 1 thread | processor, all threads | clock, all threads |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (rows, columns) in new[] { (1_000, 14), (10_000, 7), (10_000, 14) })
        {
            var request = Request(rows, columns);
            var found = SliceSearch.Run(request, "log_loss", default)!;
            var (one, all) = (Time(request), Time(request with { Threads = Environment.ProcessorCount }));
            Console.WriteLine($"| {rows} | {columns} | {found.Groups} | {found.Permutations} | {one.Processor:F0} | {one.Clock:F0} | {all.Processor:F0} | {all.Clock:F0} |");
        }
    }

    private static SearchRequest Request(int rows, int columns)
    {
        var random = new SeededRandom(3);
        var tables = Values[^columns..].Select((count, i) => new SearchColumn(
            $"column {i}",
            [.. Enumerable.Range(0, rows).Select(_ => random.Next(count))],
            [.. Enumerable.Range(0, count).Select(value => $"value {value}")])).ToList();
        return new SearchRequest
        {
            Losses = [.. tables[0].Codes.Select(code => -Math.Log(1 - random.NextDouble()) * (code == 0 ? 1.5 : 1))],
            Columns = tables,
            MinimumRows = 30,
            Confidence = 0.95,
            Seed = 42,
        };
    }

    private static (double Processor, double Clock) Time(SearchRequest request)
    {
        var (processor, clock) = (new double[Repeats], new double[Repeats]);
        for (var i = 0; i < Repeats; i++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            SliceSearch.Run(request, "log_loss", default);
            clock[i] = watch.Elapsed.TotalMilliseconds;
            processor[i] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
        }

        Array.Sort(processor);
        Array.Sort(clock);
        return (processor[Repeats / 2], clock[Repeats / 2]);
    }
}
