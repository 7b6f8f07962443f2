using System.Collections.Concurrent;
using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>A data set of <c>Training/Expected</c>: features, then the label in the last column; an empty field is missing.</summary>
internal sealed class ExampleSet
{
    private static readonly ConcurrentDictionary<string, ExampleSet> Read = new();

    private readonly float[] _labels;

    private ExampleSet(FeatureMatrix features, float[] labels)
    {
        Features = features;
        _labels = labels;
    }

    public FeatureMatrix Features { get; }

    public int Rows => Features.Rows;

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Training", "Expected");

    public static ExampleSet Named(string name) => Read.GetOrAdd(name, Load);

    public TrainingSet Take(IEnumerable<int> rows, float[]? weights = null)
    {
        var indices = rows.ToArray();
        var labels = Array.ConvertAll(indices, row => _labels[row]);
        return new TrainingSet { Features = Features.Take(indices), Labels = labels, Weights = weights };
    }

    public TrainingSet All(float[]? weights = null) => Take(Enumerable.Range(0, Rows), weights);

    /// <summary>The set without rows that lack a value.</summary>
    public ExampleSet Complete()
    {
        var rows = Enumerable.Range(0, Rows).Where(IsComplete).ToArray();
        return new ExampleSet(Features.Take(rows), Array.ConvertAll(rows, row => _labels[row]));
    }

    private bool IsComplete(int row) => !Features.Row(row).ContainsAnyExceptInRange(float.MinValue, float.MaxValue);

    /// <summary>A request on the first rows, with the others for validation.</summary>
    public TrainingRequest Request(
        ITrainer trainer, LearningTask task, double trainShare = 0.75, params (string Name, double Value)[] declared)
    {
        var cut = (int)(Rows * trainShare);
        return new TrainingRequest
        {
            Task = task,
            ClassCount = task == LearningTask.Regression ? 0 : (int)_labels.Max() + 1,
            Train = Take(Enumerable.Range(0, cut)),
            Validation = Take(Enumerable.Range(cut, Rows - cut)),
            Hyperparameters = HyperparameterResolver.Resolve(trainer, declared.ToDictionary(entry => entry.Name, entry => entry.Value)),
            Seed = 42,
        };
    }

    private static ExampleSet Load(string name)
    {
        var rows = File.ReadLines(Path.Combine(Folder, name + ".csv")).Select(Numbers).ToList();
        var columns = rows[0].Length - 1;
        var names = Enumerable.Range(0, columns).Select(i => $"f{i}").ToArray();
        var features = new FeatureMatrix(rows.Count, names, [.. rows.SelectMany(row => row[..^1])]);
        return new ExampleSet(features, [.. rows.Select(row => row[^1])]);
    }

    private static float[] Numbers(string line) =>
        Array.ConvertAll(line.Split(','), cell => cell.Length == 0 ? float.NaN : float.Parse(cell, CultureInfo.InvariantCulture));
}
