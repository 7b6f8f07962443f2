using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Checks;

/// <summary>
/// The process that measures. It times the whole model as an application runs it, in the managed interpreter where that can, and prints three numbers in
/// seconds.
/// </summary>
internal static class LatencyProgram
{
    /// <summary>Rounds, whose median counts: a pause of the machine spoils one of them.</summary>
    private const int Rounds = 5;

    private const int RunsInRound = 400;
    private static readonly TimeSpan LongestRound = TimeSpan.FromMilliseconds(400);

    /// <summary>Long enough for the runtime to compile what is hot a second time (tiered compilation waits 100 ms).</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(600);

    public static int Run(string model, string rows, string signature)
    {
        var times = Measure(
            GraphSession.Open(File.ReadAllBytes(model)),
            JsonSerializer.Deserialize(File.ReadAllBytes(signature), ContractsJson.Default.ModelSignature)!,
            JsonSerializer.Deserialize(File.ReadAllBytes(rows), ContractsJson.Default.GoldenSet)!);
        Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{times.Median:R} {times.High:R} {times.Batch:R}\n"));
        return 0;
    }

    private static LatencyTimes Measure(IModelSession session, ModelSignature signature, GoldenSet golden)
    {
        var singles = Enumerable.Range(0, golden.Rows.Count).Select(row => CheckRows.Inputs(signature, golden, row, 1)).ToArray();
        var batch = CheckRows.Inputs(signature, golden, 0, LatencyTimes.BatchRows);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < WarmUp;)
        {
            foreach (var row in singles)
                session.Run(row.Tensors);
        }

        session.Run(batch.Tensors);
        var (medians, highs, batches) = (new double[Rounds], new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            var times = Round(session, singles);
            (medians[round], highs[round]) = (Quantile(times, 0.5), Quantile(times, 0.99));
            batches[round] = Time(session, batch);
        }

        return new LatencyTimes(Median(medians), Median(highs), Median(batches));
    }

    private static double[] Round(IModelSession session, ModelInputs[] rows)
    {
        var times = new List<double>(RunsInRound);
        for (var clock = Stopwatch.StartNew(); times.Count < RunsInRound && clock.Elapsed < LongestRound;)
            times.Add(Time(session, rows[times.Count % rows.Length]));
        return [.. times.Order()];
    }

    private static double Time(IModelSession session, ModelInputs inputs)
    {
        var start = Stopwatch.GetTimestamp();
        session.Run(inputs.Tensors);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(double[] values) => Quantile([.. values.Order()], 0.5);

    // The nearest rank: a quantile of times is a time that was seen.
    private static double Quantile(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
