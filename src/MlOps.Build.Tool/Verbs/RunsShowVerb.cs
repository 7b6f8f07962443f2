using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Tool.Runs;
using MlOps.Build.Tracking.Export;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops runs show</c>: all of one run.</summary>
internal static class RunsShowVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var id = new Argument<string>("run") { Description = "Its id, or the first digits of it." };
        var verb = Verb.Create("show", "Shows one run: settings, metrics, tags, inputs, files and parts.", "mlops runs show 3f2a9c1e", "mlops runs show 3f2a --json");
        verb.Add(id);
        var input = RunsInput.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var report = input.Report(environment, parsed, "show");
            using var reader = input.Open(environment, parsed, report.Diagnostics);
            if (reader is null || RunsInput.Find(reader, parsed.GetValue(id)!, report.Diagnostics) is not { } run)
                return report.Finish();
            var parts = reader.Children(run.Id);
            if (report.IsJson)
                report.Result["run"] = RunsJson.Of(run);
            report.Result["parts"] = new JsonArray([.. parts.Select(part => JsonValue.Create(part.Id))]);
            Show(report, run);
            Parts(report, parts);
            return report.Finish();
        });
        return verb;
    }

    private static void Show(Report report, TrackedRun run)
    {
        report.Line($"{run.Id}  {run.Experiment}, {run.Name}");
        report.Line($"{RunText.Status(run)}, {RunText.Time(run.Start)} UTC{(RunText.Took(run) is { Length: > 0 } took ? $", {took}" : "")}");
        if (run.Parent is { } parent)
            report.Line($"part of {parent}");
        Pairs(report, "settings", run.Parameters.Select(pair => (pair.Key, pair.Value)));
        Pairs(report, "metrics", RunText.Last(run).Values.Select(metric => (metric.Key, Words(run, metric))));
        Pairs(report, "tags", run.Tags.Select(pair => (pair.Key, pair.Value)));
        Pairs(report, "inputs", run.Inputs.Select(input => (input.Name, $"{input.Kind}, {RunText.Bytes(input.Size)}, {input.Sha256[..Math.Min(12, input.Sha256.Length)]}")));
        Pairs(report, "files", run.Artifacts.Select(file => (file.Path, $"{RunText.Bytes(file.Size)}, {file.Sha256[..Math.Min(12, file.Sha256.Length)]}")));
    }

    private static string Words(TrackedRun run, RunMetric metric)
    {
        var readings = run.Metrics.Count(other => other.Key == metric.Key);
        return RunText.Value(metric) + (readings > 1 ? string.Create(CultureInfo.InvariantCulture, $" at step {metric.Step}, {readings} readings") : "");
    }

    private static void Pairs(Report report, string title, IEnumerable<(string Key, string Value)> pairs)
    {
        var rows = pairs.ToList();
        if (rows.Count == 0)
            return;
        report.Line();
        report.Line(title);
        var width = rows.Max(row => row.Key.Length);
        foreach (var (key, value) in rows)
            report.Line($"  {key.PadRight(width)}  {value.ReplaceLineEndings(" ")}");
    }

    private static void Parts(Report report, IReadOnlyList<TrackedRun> parts)
    {
        if (parts.Count == 0)
            return;
        report.Line();
        var table = new TextTable("part", "name", "status", "took", "metrics");
        foreach (var part in parts)
        {
            var metrics = RunText.Last(part).Values.Where(metric => !metric.Key.Contains('.', StringComparison.Ordinal)).Take(3);
            table.Add(RunText.Id(part), part.Name, RunText.Status(part), RunText.Took(part), string.Join(", ", metrics.Select(metric => $"{metric.Key} {RunText.Number(metric.Value)}")));
        }

        table.Show(report);
    }
}
