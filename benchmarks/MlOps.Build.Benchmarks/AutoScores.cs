using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Evaluation.Backtests;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Benchmarks;

/// <summary>
/// Searches over trainers on the divisions that <c>benchmarks/families/auto.py</c> writes, and leaves what the winner and each candidate with its
/// defaults predict for the rows that neither saw. All learn from the same rows and stop by the same.
/// </summary>
internal static class AutoScores
{
    public static void Run(string folder, string task, string metric, string trials, string folds)
    {
        for (var number = 0; File.Exists(Path.Combine(folder, $"{number}.data.csv")); number++)
        {
            var settings = $"tuning: {{ trials: {trials}, metric: {metric}, folds: {folds} }}";
            var input = Read(Path.Combine(folder, $"{number}.data.csv"), int.Parse(File.ReadAllText(Path.Combine(folder, $"{number}.rows")), CultureInfo.InvariantCulture), task, settings);
            var auto = new AutoTrainer(input.Config.Tuning!.Trainers);
            var tuned = input with { Config = input.Config with { Hyperparameters = Best(input, auto) } };
            Write(folder, number, AutoTrainer.TrainerName, tuned, auto);
            foreach (var name in input.Config.Tuning.Trainers)
                Write(folder, number, name, input with { Config = input.Config with { Trainer = name } }, TrainerCatalog.Find(name)!);
        }
    }

    private static IReadOnlyDictionary<string, double> Best(BacktestInput input, AutoTrainer auto)
    {
        var search = new TuningInput
        {
            Config = input.Config,
            Trainer = auto,
            Label = input.Label,
            Split = input.Split,
            Features = null,
            Table = input.Table,
            Schema = input.Schema,
            Threads = input.Threads,
        };
        var path = Path.GetTempFileName();
        try
        {
            using var file = TrialFile.Open(path, "benchmark");
            var found = new Tuner(search, CancellationToken.None).Run(file, TimeProvider.System, [], null)!;
            Console.Error.WriteLine(string.Join(", ", found.Leaderboard.Select(own => string.Create(CultureInfo.InvariantCulture, $"{own.Trainer} {own.Value:F4}"))));
            return found.Trials[found.Best - 1].Settings;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Write(string folder, int number, string name, BacktestInput input, ITrainer trainer)
    {
        var found = new DiagnosticBag();
        var scores = new BacktestFit(input, CancellationToken.None).Score([trainer], input.Split, input.Label, found)
            ?? throw new InvalidOperationException(string.Join('\n', found));
        var rows = scores[0].Values.Chunk(scores[0].Values.Length / input.Split.Test.Length);
        File.WriteAllLines(
            Path.Combine(folder, $"{number}.{name}.csv"),
            rows.Select(row => string.Join(',', row.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));
    }

    // The first rows are learned from, every seventh of them says when to stop, and the rest are predicted.
    private static BacktestInput Read(string path, int learned, string task, string settings)
    {
        var diagnostics = new DiagnosticBag();
        var table = TableReader.Read([new MemoryBytes("data.csv", File.ReadAllBytes(path))], null, diagnostics, CancellationToken.None)!;
        var label = task == "binary" ? "{ column: y, positive: [c01] }" : "y";
        var config = TrainingConfigFile.Parse("benchmark", $"task: {task}\nlabel: {label}\ntrainer: auto\n{settings}\n", diagnostics)!;
        var all = Enumerable.Range(0, learned).ToList();
        return new BacktestInput
        {
            Table = table,
            Schema = new DataSchema { Columns = [.. table.Columns.Select(column => new ColumnSchema { Name = column.Name, Type = column.Type })] },
            Config = config,
            Label = LabelBuilder.Build(table, config, diagnostics)!,
            Split = new Split
            {
                Train = [.. all.Where(row => row % 7 != 3)],
                Validation = [.. all.Where(row => row % 7 == 3)],
                Test = [.. Enumerable.Range(learned, table.RowCount - learned)],
                Summary = new SplitSummary { Method = "benchmark", Parts = [], Seed = 42, Unlabelled = 0, Duplicates = 0 },
            },
            Threads = Environment.ProcessorCount,
        };
    }
}
