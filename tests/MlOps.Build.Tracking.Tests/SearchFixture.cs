using MlOps.Build.Contracts;

namespace MlOps.Build.Tracking.Tests;

/// <summary>The runs that MLflow was asked about: tests/MlOps.Build.Tracking.Tests/read_exports.py says how.</summary>
internal static class SearchFixture
{
    private const int Count = 40;

    private static readonly RunStatus[] Ends = [RunStatus.Finished, RunStatus.Finished, RunStatus.Failed, RunStatus.Killed];

    public static void Fill(RunFolder folder)
    {
        var model = Path.Combine(folder.Root, "model.onnx");
        File.WriteAllText(model, "a model");
        using var store = folder.Store();
        for (var number = 1; number <= Count; number++)
            RunFolder.Keep(store, Run(number, model), Ends[number % Ends.Length], Metrics(number));
    }

    private static TrackedRun Run(int number, string model)
    {
        var run = RunFolder.Run(number);
        var tags = new Dictionary<string, string>(run.Tags);
        if (number % 3 != 0)
            tags["color"] = number % 3 == 1 ? "red" : "blue";
        if (number % 5 == 0)
            tags["lower"] = "again";
        var parameters = new Dictionary<string, string>(run.Parameters) { ["note"] = $"it's \"quotes\", line\n{number}: ü" };
        return run with
        {
            Parent = number > 30 ? $"{1:x32}" : null,
            Parameters = parameters,
            Tags = tags,
            Inputs = [new RunInput { Name = number % 2 == 0 ? "data/a.csv" : "data/b c.csv", Kind = "data", Sha256 = new string((char)('a' + (number % 3)), 64), Size = 12 }],
            Artifacts = number != 2 ? [] : [new RunArtifact { Path = "model.onnx", Sha256 = Engine.Pipelines.ContentHash.OfFile(model), Size = 7, File = model }],
        };
    }

    // Values that no rounding moves from one side of a limit to the other.
    private static IEnumerable<(string Key, double Value, long Step)> Metrics(int number)
    {
        yield return ("auc", 0.4 + (number * 37 % Count / 64.0), 0);
        for (var step = 1; step <= 3; step++)
            yield return ("validation loss", number % Count / 32.0 / step, step);
        if (number % 4 == 0)
            yield return ("rare", number == 8 ? double.NaN : number == 12 ? double.PositiveInfinity : number == 16 ? double.NegativeInfinity : number == 20 ? 1 : 1e10, 0);
    }
}
