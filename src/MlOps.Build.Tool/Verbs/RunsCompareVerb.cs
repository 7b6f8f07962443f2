using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tool.Runs;
using MlOps.Build.Tracking.Export;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops runs compare</c>: runs side by side, also as a page with plots.</summary>
internal static class RunsCompareVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var ids = new Argument<string[]>("runs") { Description = "Their ids, or the first digits of them.", Arity = new ArgumentArity(2, 20) };
        var html = new Option<string?>("--html") { Description = "Where to write a page with plots.", HelpName = "file" };
        var verb = Verb.Create("compare", "Puts runs side by side.", "mlops runs compare 3f2a 91bc 0d4e", "mlops runs compare 3f2a 91bc --html runs.html");
        verb.Add(ids);
        verb.Add(html);
        var input = RunsInput.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var report = input.Report(environment, parsed, "compare");
            using var reader = input.Open(environment, parsed, report.Diagnostics);
            if (reader is null)
                return report.Finish();
            var runs = parsed.GetValue(ids)!.Select(id => RunsInput.Find(reader, id, report.Diagnostics)).OfType<TrackedRun>().ToList();
            if (!report.Diagnostics.HasErrors)
                Show(environment, report, runs, parsed.GetValue(html));
            return report.Finish();
        });
        return verb;
    }

    private static void Show(ToolEnvironment environment, Report report, List<TrackedRun> runs, string? html)
    {
        if (report.IsJson)
            report.Result["runs"] = new JsonArray([.. runs.Select(RunsJson.Of)]);
        var table = new TextTable(["", .. runs.Select(RunText.Id)]);
        foreach (var (field, values) in RunFields.Of(runs))
            table.Add([field, .. values.Select(value => value ?? "")]);
        table.Show(report);
        if (html is null)
            return;
        WholeFile.Write(environment.FullPath(html), RunsPage.Of(runs));
        report.Result["output"] = environment.FullPath(html);
        report.Line($"written: {html}");
    }
}
