using MlOps.Build.Contracts;
using MlOps.Build.Engine.Tracking;
using MlOps.Build.Tracking;

namespace MlOps.Build.Benchmarks;

/// <summary>Makes a file of many runs, as trainings of boosted trees leave them: benchmarks/runs/run.py times what reads it.</summary>
internal static class RunFile
{
    private const int Runs = 10_000;
    private const int Rounds = 50;
    private static readonly string[] Trainers = ["gradient-boosted-trees", "logistic-regression", "random-forest", "naive-bayes"];
    private static readonly string[] Metrics = ["auc", "pr_auc", "log_loss", "accuracy", "f1", "brier", "baseline.auc", "baseline.log_loss"];

    public static void Make(string file)
    {
        var random = new Random(7);
        using var store = new RunStore(file);
        for (var number = 0; number < Runs; number++)
        {
            var run = Run(number, random);
            store.Start(run);
            var change = new RunChange();
            for (var round = 1; round <= Rounds; round++)
            {
                change.Metrics.Add(new RunMetric { Key = "train.loss", Value = 0.7 / round, Step = round, Time = run.Start });
                change.Metrics.Add(new RunMetric { Key = "validation.loss", Value = 0.75 / round, Step = round, Time = run.Start });
            }

            foreach (var metric in Metrics)
                change.Metrics.Add(new RunMetric { Key = metric, Value = random.NextDouble(), Lower = 0.1, Upper = 0.9, Time = run.Start });
            store.End(change.Apply(run) with { Status = RunStatus.Finished, End = run.Start.AddSeconds(4) }, change);
        }

        Console.WriteLine($"{file}: {Runs} runs, {new FileInfo(file).Length} bytes; {Machine.Description}");
    }

    private static TrackedRun Run(int number, Random random) => new()
    {
        Id = $"{random.NextInt64():x16}{number:x16}",
        Experiment = "BirdStrikes",
        Name = "train",
        Status = RunStatus.Running,
        Start = DateTimeOffset.UnixEpoch.AddSeconds(1_790_000_000 + (60 * number)),
        Parameters = new Dictionary<string, string>
        {
            ["trainer"] = Trainers[number % Trainers.Length],
            ["learning_rate"] = $"0.{number % 9}",
            ["num_iterations"] = $"{100 + (number % 5)}",
            ["num_leaves"] = "31",
            ["seed"] = "42",
            ["task"] = "binary",
        },
        Tags = new Dictionary<string, string> { [RunTags.Commit] = $"{number / 10:x40}", [RunTags.User] = "someone", [RunTags.Stage] = "train", [RunTags.Key] = $"{number:x64}" },
    };
}
