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
        var buffer = new Buffer(_session, 1, rows.Columns);
        var most = Math.Min(1000, rows.Rows);
        void Run()
        {
            for (var i = 0; i < Single; i++)
                buffer.Run(rows.Row(i % most));
        }

        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Single;
        return (Median(() => Seconds(Run)) * 1e6 / Single, bytes);
    }

    private void All()
    {
        var batches = rows.Rows / PackagedModel.BatchSize;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, batches, options, () => new Buffer(_session, PackagedModel.BatchSize, rows.Columns), (batch, _, buffer) =>
        {
            buffer.Run(Values(batch * PackagedModel.BatchSize, PackagedModel.BatchSize));
            return buffer;
        }, _ => { });
        var done = batches * PackagedModel.BatchSize;
        if (done < rows.Rows)
            new Buffer(_session, rows.Rows - done, rows.Columns).Run(Values(done, rows.Rows - done));
    }

    private ReadOnlySpan<float> Values(int first, int count) => rows.Values.AsSpan(first * rows.Columns, count * rows.Columns);

    /// <summary>Inputs that are filled again for each run, as generated predictors do.</summary>
    private sealed class Buffer
    {
        private readonly SessionMemory _memory;
        private readonly float[] _values;
        private readonly Dictionary<string, Tensor> _inputs;

        public Buffer(ManagedModelSession session, int count, int columns)
        {
            _memory = session.CreateMemory();
            _values = new float[count * columns];
            _inputs = new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = Tensor.Create(_values, count, columns) };
        }

        public void Run(ReadOnlySpan<float> values)
        {
            values.CopyTo(_values);
            _memory.Run(_inputs);
        }
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
