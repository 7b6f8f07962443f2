using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Tool.Runs;
using MlOps.Build.Tracking;
using MlOps.Build.Tracking.Export;
using MlOps.Build.Tracking.Search;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops runs list</c>: a line a run.</summary>
internal static class RunsListVerb
{
    private const int MostMetrics = 4;

    // Of every training, so they tell nothing apart.
    private static readonly string[] Ordinary = ["best_step", "model_bytes", "train.loss", "validation.loss"];

    public static Command Create(ToolEnvironment environment)
    {
        var limit = new Option<int>("--limit", "-n") { Description = "The most runs to show; 0 for all.", HelpName = "number", DefaultValueFactory = _ => 50 };
        var trials = new Option<bool>("--all") { Description = "Also show parts of other runs: trials, and what a model is compared with." };
        var verb = Verb.Create(
            "list",
            "Lists runs, the newest first.",
            "mlops runs list",
            "mlops runs list --filter \"metrics.auc > 0.7 and params.trainer = 'gradient-boosted-trees'\" --order-by \"metrics.auc DESC\"",
            "mlops runs list --all --filter \"attributes.parent_run_id like '3f2a%'\"");
        var search = SearchInput.AddTo(verb);
        verb.Add(limit);
        verb.Add(trials);
        var input = RunsInput.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var report = input.Report(environment, parsed, "list");
            if (search.Read(parsed, parsed.GetValue(limit) is > 0 and var most ? most : null, report.Diagnostics) is not { } wanted)
                return report.Finish();
            using var reader = input.Open(environment, parsed, report.Diagnostics);
            return reader is null ? report.Finish() : Run(report, reader, wanted, parsed.GetValue(trials));
        });
        return verb;
    }

    private static int Run(Report report, RunReader reader, RunSearch search, bool all)
    {
        // A filter that speaks of parents means parts.
        if (!all && !search.Clauses.Any(clause => clause.Field.Key == "parent_run_id"))
            search = search with { Clauses = [.. search.Clauses, new RunClause(new RunField(FieldKind.Attribute, "parent_run_id"), "IS NULL", [])] };
        var runs = reader.Search(search).ToList();
        if (report.IsJson)
        {
            report.Result["runs"] = new JsonArray([.. runs.Select(RunsJson.Of)]);
            report.Result["total"] = reader.Count();
            return report.Finish();
        }

        Show(report, runs, Columns(search, runs));
        report.Line(string.Create(CultureInfo.InvariantCulture, $"{runs.Count} of {reader.Count()} runs"));
        return report.Finish();
    }

    private static void Show(Report report, List<TrackedRun> runs, List<string> metrics)
    {
        var table = new TextTable(["id", "model", "name", "status", "started (UTC)", "took", "trainer", .. metrics]);
        foreach (var run in runs)
        {
            var last = RunText.Last(run);
            table.Add(
            [
                RunText.Id(run), run.Experiment, run.Name, RunText.Status(run), RunText.Time(run.Start), RunText.Took(run), run.Parameters.GetValueOrDefault("trainer", ""),
                .. metrics.Select(key => last.TryGetValue(key, out var metric) ? RunText.Value(metric) : ""),
            ]);
        }

        table.Show(report);
    }

    // Those that the search speaks of, then those that most runs have.
    private static List<string> Columns(RunSearch search, List<TrackedRun> runs)
    {
        var named = search.Clauses.Select(clause => clause.Field).Concat(search.Order.Select(order => order.Field))
            .Where(field => field.Kind == FieldKind.Metric).Select(field => field.Key).Distinct().ToList();
        var common = runs.SelectMany(run => run.Metrics.Select(metric => metric.Key).Distinct())
            .Where(key => !Ordinary.Contains(key) && !key.Contains('.', StringComparison.Ordinal) && !named.Contains(key))
            .CountBy(key => key).OrderByDescending(pair => pair.Value).Select(pair => pair.Key);
        return [.. named.Concat(common).Take(Math.Max(MostMetrics, named.Count))];
    }
}
