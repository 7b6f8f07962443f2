using System.Diagnostics;
using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Benchmarks;

/// <summary>A model's predictions in the managed interpreter: one row after another, and all rows in batches on some threads.</summary>
internal sealed class PredictionTimes(byte[] model, FeatureMatrix rows, int threads)
{
    private const int Rounds = 5;
    private const int Single = 20_000;

    private readonly ManagedModelSession _session = ManagedModelSession.Load(model);

    /// <summary>One line of JSON: microseconds and bytes a row alone, and seconds for all rows; medians of five.</summary>
    public string Line()
    {
        var (micro, bytes) = Alone();
        var all = Median(() => Seconds(All));
        return string.Create(CultureInfo.InvariantCulture, $$"""{"rows": {{rows.Rows}}, "one_us": {{micro:F2}}, "one_bytes": {{bytes}}, "all_s": {{all:F4}}}""");
    }

    private (double Micro, long Bytes) Alone()
    {
        var memory = _session.CreateMemory();
        var inputs = Enumerable.Range(0, Math.Min(1000, rows.Rows)).Select(row => Inputs(row, 1)).ToArray();
        void Run()
        {
            for (var i = 0; i < Single; i++)
                memory.Run(inputs[i % inputs.Length]);
        }

        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Single;
        return (Median(() => Seconds(Run)) * 1e6 / Single, bytes);
    }

    private void All()
    {
        var batches = (rows.Rows + PackagedModel.BatchSize - 1) / PackagedModel.BatchSize;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, batches, options, _session.CreateMemory, (batch, _, memory) =>
        {
            var first = batch * PackagedModel.BatchSize;
            memory.Run(Inputs(first, Math.Min(PackagedModel.BatchSize, rows.Rows - first)));
            return memory;
        }, _ => { });
    }

    private Dictionary<string, Tensor> Inputs(int first, int count)
    {
        var values = rows.Values.AsSpan(first * rows.Columns, count * rows.Columns).ToArray();
        return new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = Tensor.Create(values, count, rows.Columns) };
    }

    private static double Seconds(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(Func<double> measure)
    {
        measure();
        return Enumerable.Range(0, Rounds).Select(_ => measure()).Order().ElementAt(Rounds / 2);
    }
}
