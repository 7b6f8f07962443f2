using System.Runtime.InteropServices;
using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Benchmarks;

/// <summary>Reads a set of <c>benchmarks/boosting/make_files.py</c>.</summary>
internal static class BoostingSet
{
    public static (TrainingSet Train, TrainingSet Test, LearningTask Task) Read(string path)
    {
        using var description = JsonDocument.Parse(File.ReadAllText(path + ".json"));
        var root = description.RootElement;
        var (rows, columns, train) = (root.GetProperty("rows").GetInt32(), root.GetProperty("columns").GetInt32(), root.GetProperty("train").GetInt32());
        var values = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path + ".f32")).ToArray();
        var features = new float[rows * columns];
        var labels = new float[rows];
        for (var row = 0; row < rows; row++)
        {
            labels[row] = values[row * (columns + 1)];
            values.AsSpan((row * (columns + 1)) + 1, columns).CopyTo(features.AsSpan(row * columns));
        }

        var names = Enumerable.Range(0, columns).Select(i => "f" + i).ToList();
        var categories = new int[columns];
        foreach (var column in root.GetProperty("categories").EnumerateArray().Select(item => item.GetInt32()))
            categories[column] = 1 + (int)Enumerable.Range(0, rows).Max(row => features[(row * columns) + column]);
        var all = new TrainingSet { Features = new FeatureMatrix(rows, names, features) { Categories = categories }, Labels = labels };
        var task = root.GetProperty("task").GetString() == "binary" ? LearningTask.Binary : LearningTask.Regression;
        return (Take(all, 0, train), Take(all, train, rows), task);
    }

    public static TrainingSet Take(TrainingSet set, int from, int to) => new()
    {
        Features = set.Features.Take([.. Enumerable.Range(from, to - from)]),
        Labels = set.Labels[from..to],
    };
}
