using System.Diagnostics;
using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Benchmarks;

/// <summary>
/// Searches hyperparameters of boosted trees at random on a set of <c>benchmarks/boosting/make_files.py</c>, judged on the rows that are not
/// trained on, and prints the seconds and the best value as one line of JSON.
/// </summary>
internal static class TuningTimes
{
    public static void Run(string path, string[] settings)
    {
        var declared = settings.Select(setting => setting.Split('=')).ToDictionary(
            pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
        var (trials, seed, threads) = (declared.GetValueOrDefault("trials", 20), declared.GetValueOrDefault("seed", 42), declared.GetValueOrDefault("threads", 2));
        var (train, test, task) = BoostingSet.Read(path);
        // Every tool searches a little first, so that no one's start is counted.
        var small = BoostingSet.Take(train, 0, Math.Min(2000, train.Labels.Length));
        Search(Input(small, small, task, 2, seed, threads));
        var input = Input(train, test, task, trials, seed, threads);
        var watch = Stopwatch.StartNew();
        var best = Search(input);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $$"""{"seconds": {{watch.Elapsed.TotalSeconds:F3}}, "best": {{best:F6}}}"""));
    }

    private static double Search(TuningInput input)
    {
        var path = Path.GetTempFileName();
        try
        {
            using var file = TrialFile.Open(path, "benchmark");
            var summary = new Tuner(input, CancellationToken.None).Run(file, TimeProvider.System, [], null)!;
            return summary.Trials[summary.Best - 1].Value!.Value;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static TuningInput Input(TrainingSet train, TrainingSet test, LearningTask task, int trials, int seed, int threads)
    {
        var metric = task == LearningTask.Binary ? "auc" : "rmse";
        var text = string.Create(CultureInfo.InvariantCulture, $$"""
            task: {{(task == LearningTask.Binary ? "binary" : "regression")}}
            label: y
            seed: {{seed}}
            hyperparameters:
              num_iterations: 100
              early_stopping_rounds: 0
              learning_rate: { min: 0.02, max: 0.3, scale: log }
              num_leaves: { min: 7, max: 127 }
              min_data_in_leaf: { min: 5, max: 100 }
              lambda_l2: { min: 0.01, max: 100, scale: log }
            tuning: { method: random, trials: {{trials}}, metric: {{metric}} }
            """);
        var rows = train.Labels.Length + test.Labels.Length;
        return new TuningInput
        {
            Config = TrainingConfigFile.Parse("benchmark", text, [])!,
            Trainer = new BoostedTreesTrainer(),
            Label = new Label { Values = [.. train.Labels, .. test.Labels], Classes = task == LearningTask.Binary ? ["0", "1"] : [] },
            Split = new Split
            {
                Train = [.. Enumerable.Range(0, train.Labels.Length)],
                Validation = [.. Enumerable.Range(train.Labels.Length, test.Labels.Length)],
                Test = [],
                Summary = new SplitSummary { Method = "benchmark", Parts = [], Seed = seed, Unlabelled = 0, Duplicates = 0 },
            },
            Features = new FeatureMatrix(rows, train.Features.Names, [.. train.Features.Values, .. test.Features.Values]) { Categories = train.Features.Categories },
            Table = null,
            Schema = null,
            Threads = threads,
        };
    }
}
