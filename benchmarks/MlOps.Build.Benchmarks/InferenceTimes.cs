using System.Diagnostics;
using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Benchmarks;

/// <summary>
/// The whole models of two samples, from raw columns to the output, on 1, 1,000 and 10,000 rows (batches of 1,024, as predictors run them):
/// each run on its own, and runs that use their memory again.
/// </summary>
internal static class InferenceTimes
{
    private const int Batch = PackagedModel.BatchSize;

    internal static readonly (string Sample, string Data, string Trainer)[] Models =
    [
        ("BirdStrikes", "birdstrikes.csv", "gradient-boosted-trees"),
        ("BirdStrikes", "birdstrikes.csv", "logistic-regression"),
        ("Diamonds", "diamonds.csv", "gradient-boosted-trees"),
    ];

    public static void Run()
    {
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine("| model | rows | on its own, µs a row | bytes a row | memory used again, µs a row | bytes a row |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (sample, data, trainer) in Models)
        {
            var (model, table, signature) = Train(sample, data, trainer);
            var session = ManagedModelSession.Load(model);
            foreach (var rows in new[] { 1, 1000, 10_000 })
            {
                var batches = Enumerable.Range(0, (rows + Batch - 1) / Batch)
                    .Select(i => TableTensors.Of(table, signature, [.. Enumerable.Range(i * Batch, Math.Min(Batch, rows - (i * Batch)))]))
                    .Select(inputs => (Inputs: inputs, Memory: session.CreateMemory()))
                    .ToList();
                var own = Measure(rows, () => batches.ForEach(batch => session.Run(batch.Inputs)));
                var again = Measure(rows, () => batches.ForEach(batch => batch.Memory.Run(batch.Inputs)));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {sample}, {trainer} | {rows:N0} | {own} | {again} |"));
            }
        }
    }

    // Processor time, garbage collection included: what other programs on the machine do lengthens no run.
    private static string Measure(int rows, Action run)
    {
        for (var warmUp = Stopwatch.StartNew(); warmUp.Elapsed < TimeSpan.FromSeconds(1);)
            run();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        var runs = 0L;
        for (; Environment.CpuUsage.TotalTime - start < TimeSpan.FromSeconds(1); runs += rows)
        {
            for (var i = 0; i < (rows == 1 ? 1000 : 1); i++)
                run();
            runs += rows == 1 ? 999 : 0;
        }

        var time = (Environment.CpuUsage.TotalTime - start).TotalMicroseconds;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return string.Create(CultureInfo.InvariantCulture, $"{time / runs:F2} | {bytes / runs:N0}");
    }

    internal static (byte[] Model, Engine.Data.Table Table, ModelSignature Signature) Train(string sample, string data, string trainerName)
    {
        var diagnostics = new DiagnosticBag();
        var read = SampleData.Read(sample, data);
        var (table, schema, config) = (read.Table, read.Schema, read.Config);
        var trainer = TrainerCatalog.Find(trainerName)!;
        var label = LabelBuilder.Build(table, config, diagnostics)!;
        var split = Splitter.Split(table, schema, config, label, diagnostics)!;
        var pipeline = FeatureBuilder.Fit(table, schema, config, TrainerTraits.Of(trainer), label, split, diagnostics)!;
        int[] rows = [.. Enumerable.Range(0, table.RowCount)];
        var features = FeatureTransformer.Transform(
            ManagedModelSession.Load(pipeline.Preprocessing), pipeline.Signature, pipeline.Summary, table, rows);
        var trained = ModelTrainer.Train(trainer, config, features, label, split, Environment.ProcessorCount, diagnostics, null, default)!;
        var model = OnnxModelWriter.Write(ModelJoiner.Join(pipeline.Preprocessing, OnnxModelReader.Read(trained.Model)));
        return (model, table, pipeline.Signature);
    }
}
