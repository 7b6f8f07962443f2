using System.CommandLine;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops validate</c>: everything that can be checked without training.</summary>
internal static class ValidateVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var (project, data, json) = (Verb.Project(), Verb.Data(), Verb.Json());
        var verb = Verb.Create(
            "validate",
            "Checks contract, configuration, checklist, data, label and split, without training.",
            "mlops validate",
            "mlops validate --project samples/BirdStrikes --data new/strikes.csv");
        verb.Add(project);
        verb.Add(data);
        verb.Add(json);
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "validate", parsed.GetValue(json)),
            environment.FullPath(parsed.GetValue(project) ?? "."),
            [.. (parsed.GetValue(data) ?? []).Select(environment.FullPath)],
            cancellationToken));
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report, string path, IReadOnlyList<string> data, CancellationToken cancellationToken)
    {
        if (ProjectFile.Find(path, report.Diagnostics) is not { } file)
            return report.Finish();
        var project = file.Describe(data, null, environment.Variable);
        var summary = ProjectCheck.Run(project, report.Diagnostics, cancellationToken);
        if (summary is not null)
        {
            report.Line($"{summary.Rows} rows, {summary.Columns.Count} columns, {summary.Rules} rules checked");
            report.Result["data"] = JsonSerializer.SerializeToNode(summary, ContractsJson.Default.DataSummary);
        }

        var (errors, warnings) = (Count(report, DiagnosticSeverity.Error), Count(report, DiagnosticSeverity.Warning));
        report.Line(errors + warnings == 0 ? "nothing is wrong" : $"errors: {errors}, warnings: {warnings}");
        return report.Finish();
    }

    private static int Count(Report report, DiagnosticSeverity severity) => report.Diagnostics.Count(finding => finding.Severity == severity);
}
