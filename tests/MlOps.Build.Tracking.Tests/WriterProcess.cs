using System.Diagnostics;
using System.Runtime.CompilerServices;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Tracking;

namespace MlOps.Build.Tracking.Tests;

/// <summary>This program again, as a process that writes trials to a file until it has written enough or is killed.</summary>
internal static class WriterProcess
{
    public const int Readings = 7;
    private const string Variable = "MLOPS_TEST_WRITER";

    /// <summary>Starts one; it prints the id of each run that is kept whole, and ends its last without an end when asked to.</summary>
    public static Process Start(string file, int first, int count)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WriterProcess).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment[Variable] = FormattableString.Invariant($"{first}|{count}|{file}");
        return Process.Start(start)!;
    }

    // Before the test runner's own entry.
    [ModuleInitializer]
    internal static void Write()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } task)
            return;
        var (first, count, file) = (int.Parse(task.Split('|')[0]), int.Parse(task.Split('|')[1]), task.Split('|', 3)[2]);
        using (var store = new RunStore(file))
        {
            for (var number = first; number < first + count; number++)
            {
                var run = RunFolder.Run(number);
                store.Start(run);
                var change = new RunChange();
                change.Metrics.AddRange(Enumerable.Range(0, Readings).Select(step => new RunMetric { Key = "loss", Value = 1.0 / (1 + step), Step = step, Time = run.Start }));
                store.Add(run, change);
                store.End(change.Apply(run) with { Status = RunStatus.Finished, End = run.Start.AddSeconds(1) }, new RunChange());
                Console.WriteLine(run.Id);
            }
        }

        Environment.Exit(0);
    }
}
