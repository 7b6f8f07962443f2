using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet.Tests;

/// <summary>Made-up rows whose label depends on the features: seeded, so every run has the same.</summary>
internal static class Requests
{
    private const int Columns = 6;

    public static TrainingRequest Of(ITrainer trainer, LearningTask task, bool weighted = false, params (string Name, double Value)[] settings)
    {
        var random = new Random(11);
        var hyperparameters = trainer.Hyperparameters.ToDictionary(item => item.Name, item => item.Default);
        foreach (var (name, value) in settings)
            hyperparameters[name] = value;
        return new TrainingRequest
        {
            Task = task,
            ClassCount = task switch { LearningTask.Binary => 2, LearningTask.Multiclass => 4, _ => 0 },
            Train = Rows(random, 1200, task, weighted),
            Validation = Rows(random, 400, task, weighted),
            Hyperparameters = hyperparameters,
            Seed = 42,
            Threads = 2,
        };
    }

    private static TrainingSet Rows(Random random, int rows, LearningTask task, bool weighted)
    {
        var values = new float[rows * Columns];
        var labels = new float[rows];
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < Columns; i++)
                values[(row * Columns) + i] = (float)((random.NextDouble() * 4) - 2);
            var x = values.AsSpan(row * Columns, Columns);
            var score = (1.5 * x[0]) - x[1] + (x[2] * x[3]) + (0.5 * (random.NextDouble() - 0.5));
            labels[row] = task switch
            {
                LearningTask.Binary => score > 0.5 ? 1 : 0,
                LearningTask.Multiclass => (float)Math.Clamp(Math.Floor((score + 4) / 2), 0, 3),
                _ => (float)(100 + (10 * score)),
            };
        }

        return new TrainingSet
        {
            Features = new FeatureMatrix(rows, [.. Enumerable.Range(0, Columns).Select(i => $"x{i}")], values),
            Labels = labels,
            Weights = weighted ? [.. Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? 2f : 0.5f)] : null,
        };
    }
}
