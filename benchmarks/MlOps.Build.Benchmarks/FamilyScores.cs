using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Benchmarks;

/// <summary>
/// Fits every trainer with its defaults on the divisions that <c>benchmarks/families/run.py</c> writes, and leaves what each predicts for the
/// rows that it did not see. Boosting has scikit-learn's 100 rounds, and like it on few rows learns from all of them and never stops early.
/// </summary>
internal static class FamilyScores
{
    private static readonly Dictionary<string, double> NoStopping = new() { ["num_iterations"] = 100, ["early_stopping_rounds"] = 0 };

    public static void Run(string folder, string task)
    {
        var learned = Enum.Parse<LearningTask>(task);
        for (var split = 0; File.Exists(Path.Combine(folder, $"{split}.train.csv")); split++)
        {
            var train = Read(Path.Combine(folder, $"{split}.train.csv"));
            var test = Read(Path.Combine(folder, $"{split}.test.csv"));
            foreach (var trainer in TrainerCatalog.All.Where(trainer => trainer.Supports(learned)))
                File.WriteAllLines(Path.Combine(folder, $"{split}.{trainer.Name}.csv"), Predictions(trainer, learned, train, test, split));
        }
    }

    private static IEnumerable<string> Predictions(ITrainer trainer, LearningTask task, float[][] train, float[][] test, int seed)
    {
        var labels = Array.ConvertAll(train, row => row[^1]);
        var features = Matrix([.. train.Select(row => row[..^1])]);
        var request = new TrainingRequest
        {
            Task = task,
            ClassCount = task == LearningTask.Regression ? 0 : (int)labels.Max() + 1,
            Train = new TrainingSet { Features = features, Labels = labels },
            Validation = new TrainingSet { Features = features.Take([]), Labels = [] },
            Hyperparameters = HyperparameterResolver.Resolve(trainer, trainer.Name == "gradient-boosted-trees" ? NoStopping : []),
            Seed = seed,
            Threads = Environment.ProcessorCount,
        };
        var model = trainer.Train(request, null, CancellationToken.None).Model;
        var outputs = new HeadRun(model, new ThreadTeam(1, CancellationToken.None)).Outputs(Matrix(test));
        return outputs.Chunk(outputs.Length / test.Length)
            .Select(row => string.Join(',', row.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
    }

    private static FeatureMatrix Matrix(float[][] rows) =>
        new(rows.Length, [.. Enumerable.Range(0, rows[0].Length).Select(i => $"f{i}")], [.. rows.SelectMany(row => row)]);

    private static float[][] Read(string path) =>
        [.. File.ReadLines(path).Select(line => Array.ConvertAll(line.Split(','), cell => float.Parse(cell, CultureInfo.InvariantCulture)))];
}
