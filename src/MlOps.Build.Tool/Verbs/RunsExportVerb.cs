using System.CommandLine;
using System.Globalization;
using MlOps.Build.Engine.Pipelines.Caching;
using MlOps.Build.Tool.Runs;
using MlOps.Build.Tracking.Export;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops runs export</c>: runs for other programs.</summary>
internal static class RunsExportVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var to = new Option<string>("--to") { Description = "A folder 'mlruns', or a file '*.db' (MLflow), '*.csv' or '*.json'.", HelpName = "place", Required = true };
        var verb = Verb.Create(
            "export",
            "Writes runs for other programs: MLflow's file store or SQLite store, CSV, JSON.",
            "mlops runs export --to mlruns",
            "mlops runs export --to mlflow.db --filter \"attributes.status = 'FINISHED'\"",
            "mlops runs export --to runs.csv");
        verb.Add(to);
        var search = SearchInput.AddTo(verb);
        var input = RunsInput.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var (report, shown) = (input.Report(environment, parsed, "export"), parsed.GetValue(to)!);
            var target = Path.TrimEndingDirectorySeparator(environment.FullPath(shown));
            if (!RunExport.Check(target, shown, report.Diagnostics) || search.Read(parsed, null, report.Diagnostics) is not { } wanted)
                return report.Finish();
            using var reader = input.Open(environment, parsed, report.Diagnostics);
            if (reader is null)
                return report.Finish();
            var runs = reader.Search(wanted, steps: true).ToList();
            RunExport.Write(target, runs, CacheSettings.Of(null, 0, environment.Variable), report.Diagnostics);
            report.Line(string.Create(CultureInfo.InvariantCulture, $"{runs.Count} runs written: {shown}"));
            report.Result["output"] = target;
            report.Result["runs"] = runs.Count;
            return report.Finish();
        });
        return verb;
    }
}
