using System.Globalization;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Factorization;

namespace MlOps.Build.Engine.Tests.Training.Factorization;

/// <summary>The ratings of Expected/make_factorization.py: one-hot users and items, an hour, and a rating or whether it is a high one.</summary>
internal static class RatingsCase
{
    private const int Users = 60;
    private const int Items = 40;
    private const int TrainRows = 1600;
    private const int ValidationEnd = 2000;

    public static JsonElement Expected { get; } =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "factorization.json"))).RootElement;

    public static TrainingRequest Request(LearningTask task, params (string Name, double Value)[] settings) => new()
    {
        Task = task,
        ClassCount = task == LearningTask.Binary ? 2 : 0,
        Train = Rows(task, 0, TrainRows),
        Validation = Rows(task, TrainRows, ValidationEnd),
        Hyperparameters = HyperparameterResolver.Resolve(new FactorizationTrainer(), settings.ToDictionary(entry => entry.Name, entry => entry.Value)),
        Seed = 42,
    };

    public static TrainingSet Test(LearningTask task) => Rows(task, ValidationEnd, int.MaxValue);

    private static TrainingSet Rows(LearningTask task, int from, int to)
    {
        var lines = File.ReadLines(Path.Combine(ExampleSet.Folder, "ratings.csv")).Take(to).Skip(from).Select(line => line.Split(',')).ToList();
        var names = Enumerable.Range(0, Users + Items + 1).Select(i => $"f{i}").ToArray();
        var values = new float[lines.Count * names.Length];
        for (var row = 0; row < lines.Count; row++)
        {
            var own = values.AsSpan(row * names.Length, names.Length);
            (own[int.Parse(lines[row][0], CultureInfo.InvariantCulture)], own[Users + int.Parse(lines[row][1], CultureInfo.InvariantCulture)]) = (1, 1);
            own[^1] = float.Parse(lines[row][2], CultureInfo.InvariantCulture);
        }

        return new TrainingSet
        {
            Features = new FeatureMatrix(lines.Count, names, values),
            Labels = [.. lines.Select(line => float.Parse(line[task == LearningTask.Binary ? 4 : 3], CultureInfo.InvariantCulture))],
        };
    }
}
