using System.Diagnostics;
using System.Globalization;

namespace MlOps.Build.Benchmarks.Coverage;

/// <summary>Prints, as Markdown, which share of nominal 95 % intervals covers the truth.</summary>
internal static class CoverageProgram
{
    private const int Rows = 1000;

    public static void Run(int parts, bool shippedOnly)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"{parts} test parts of {Rows} rows, {CoverageRun.Resamples} resamples; {Machine.Description}");
        foreach (var population in Population.All)
        {
            var clock = Stopwatch.StartNew();
            var run = new CoverageRun(population, Rows, shippedOnly);
            run.Run(parts);
            Console.WriteLine($"\n## {population.Name}\n");
            Table(run, "coverage", counts => $"{counts.Covered:P1}", name => !name.StartsWith('Δ'));
            Table(run, "coverage of the difference of equal models", counts => $"{counts.Covered:P1}", name => name.StartsWith('Δ'));
            Table(run, "false alarms: interval wholly below 0 / above 0", counts => $"{counts.Below:P1} / {counts.Above:P1}", name => name.StartsWith('Δ'));
            Console.Error.WriteLine($"{population.Name}: {clock.Elapsed.TotalSeconds:F0} s");
        }
    }

    private static void Table(CoverageRun run, string title, Func<CoverageCounts, string> text, Func<string, bool> takes)
    {
        var names = run.Counts.Values.MaxBy(counts => counts.Count)!.Keys.Where(takes).ToList();
        Console.WriteLine($"| {title} | {string.Join(" | ", names.Select(name => $"`{name.Replace("Δ ", "", StringComparison.Ordinal)}`"))} |");
        Console.WriteLine($"|---|{string.Concat(Enumerable.Repeat("--:|", names.Count))}");
        foreach (var (method, counts) in run.Counts.Where(method => method.Value.Keys.Any(takes)))
            Console.WriteLine($"| {method} | {string.Join(" | ", names.Select(name => counts.TryGetValue(name, out var found) && found.All > 0 ? text(found) : "–"))} |");
        Console.WriteLine();
    }
}
