using System.Diagnostics;
using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Boosting.Objectives;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Benchmarks;

/// <summary>
/// Fits boosted trees on a set of <c>benchmarks/boosting/make_files.py</c> and prints the seconds of the fit, binning included, and what the
/// model is worth on the rows that it did not see, as one line of JSON.
/// </summary>
internal static class BoostingTimes
{
    public static void Run(string path, string[] settings)
    {
        var declared = settings.Select(setting => setting.Split('=')).ToDictionary(pair => pair[0], pair => Number(pair[1]));
        var threads = (int)(declared.Remove("threads", out var count) ? count : 2);
        var repeats = (int)(declared.Remove("repeats", out var times) ? times : 1);
        var seed = (long)(declared.Remove("seed", out var given) ? given : 42);
        var predicts = declared.Remove("predict", out var asked) && asked > 0;
        var (train, test, task) = BoostingSet.Read(path);
        var request = Request(train, task, declared, threads, seed);
        // Every tool learns from a few rows first, so that no one's start is counted.
        Fit(request with { Train = BoostingSet.Take(train, 0, Math.Min(5000, train.Labels.Length)) });
        for (var i = 0; i < repeats; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            var ensemble = Fit(request);
            var (wall, processor) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"fit": {{wall:F4}}, "processor": {{processor:F4}}, "metric": {{Metric(ensemble, test, task):F6}}}"""));
            if (predicts)
                Console.WriteLine(new PredictionTimes(EnsembleExport.Write(ensemble, ObjectiveCatalog.Of(request).Link), test.Features, threads).Line());
        }
    }

    private static Ensemble Fit(TrainingRequest request) => BoostedTreesTrainer.Boost(request, null, CancellationToken.None).Ensemble;

    private static TrainingRequest Request(
        TrainingSet train, LearningTask task, Dictionary<string, double> declared, int threads, long seed)
    {
        declared.TryAdd("early_stopping_rounds", 0);
        return new TrainingRequest
        {
            Task = task,
            ClassCount = task == LearningTask.Binary ? 2 : 0,
            Train = train,
            Validation = BoostingSet.Take(train, 0, 0),
            Hyperparameters = HyperparameterResolver.Resolve(new BoostedTreesTrainer(), declared),
            Seed = seed,
            Threads = threads,
        };
    }

    private static double Metric(Ensemble ensemble, TrainingSet test, LearningTask task)
    {
        var scores = Enumerable.Range(0, test.Labels.Length).AsParallel().AsOrdered()
            .Select(row => ensemble.Scores(test.Features.Row(row))[0]).ToArray();
        return task == LearningTask.Binary ? Auc(scores, test.Labels) : RootMeanSquare(scores, test.Labels);
    }

    private static double RootMeanSquare(double[] scores, float[] labels) =>
        Math.Sqrt(scores.Select((score, row) => Math.Pow(score - labels[row], 2)).Average());

    // Ties share their mean rank (Mann and Whitney, 1947).
    private static double Auc(double[] scores, float[] labels)
    {
        var groups = scores.Zip(labels).GroupBy(pair => pair.First).OrderBy(group => group.Key);
        double below = 0, wins = 0, positives = 0;
        foreach (var group in groups)
        {
            double all = group.Count(), right = group.Count(pair => pair.Second > 0.5f);
            wins += right * (below + ((all - right) / 2));
            below += all - right;
            positives += right;
        }

        return wins / (positives * below);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
