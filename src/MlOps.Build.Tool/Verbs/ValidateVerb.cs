using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tool.Expectations;
using MlOps.Build.Tool.Inspection;

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
            "mlops validate data/",
            "mlops validate --project samples/BirdStrikes --data new/strikes.csv",
            "mlops validate --data requests.csv --environment serve",
            "mlops validate --data february.csv --previous january.csv --as-of 2026-03-01",
            "mlops validate --suite suite.json --data new/strikes.csv --output result.json");
        var (suite, checking) = (new SuiteArguments(), new CheckArguments());
        var named = new Argument<string[]>("data") { Description = "As --data.", HelpName = "path", Arity = ArgumentArity.ZeroOrMore };
        verb.Add(named);
        verb.Add(project);
        verb.Add(data);
        verb.Add(json);
        checking.AddTo(verb, suite.IsGiven);
        suite.AddTo(verb, environment, data, named);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "validate", parsed.GetValue(json));
            string[] files = [.. parsed.GetValue(named) ?? [], .. parsed.GetValue(data) ?? []];
            return suite.Suite(parsed) is { } file
                ? new SuiteRun(environment, report, cancellationToken).Run(file, files, suite, parsed)
                : Run(
                    environment,
                    report,
                    environment.FullPath(parsed.GetValue(project) ?? "."),
                    [.. DataFileInput.Paths(environment, files).Select(environment.FullPath)],
                    checking.Settings(parsed, environment),
                    cancellationToken);
        });
        return verb;
    }

    private static int Run(
        ToolEnvironment environment, Report report, string path, IReadOnlyList<string> files, CheckSettings settings, CancellationToken cancellationToken)
    {
        if (ProjectFile.Find(path, report.Diagnostics) is not { } file)
            return report.Finish();
        var project = file.Describe(files, null, environment.Variable);
        var data = ProjectCheck.Run(project, settings, report.Diagnostics, cancellationToken);
        if (data is not null)
        {
            report.Line($"{data.Result.Rows} rows, {data.Columns.Count} columns, {data.Result.Rules} rules checked");
            foreach (var distance in data.Result.Distances)
                report.Line(DistanceListing.Line(distance));
            if (report.IsJson)
                report.Result["data"] = Describe(data, project.Sources, cancellationToken);
        }

        var (errors, warnings) = (Count(report, DiagnosticSeverity.Error), Count(report, DiagnosticSeverity.Warning));
        report.Line(errors + warnings == 0 ? "nothing is wrong" : $"errors: {errors}, warnings: {warnings}");
        return report.Finish();
    }

    private static int Count(Report report, DiagnosticSeverity severity) => report.Diagnostics.Count(finding => finding.Severity == severity);

    // The whole profile where the table was held, and else what one reading without holding it tells.
    private static JsonNode? Describe(JudgedData data, IReadOnlyList<DataSource> sources, CancellationToken cancellation)
    {
        var result = data.Result;
        if (data.Held is { Table: var table })
        {
            var summary = data.Summary([.. sources.Select(DataFiles.Describe)]) with { Columns = ColumnProfiler.Profile(table, data.Contract, cancellation) };
            return JsonSerializer.SerializeToNode(summary, ContractsJson.Default.DataSummary);
        }

        return new JsonObject
        {
            ["rows"] = result.Rows,
            ["rules"] = result.Rules,
            ["columns"] = new JsonArray([.. data.Columns.Select((column, i) => new JsonObject
            {
                ["name"] = column.Name,
                ["type"] = column.Type.ToString().ToLowerInvariant(),
                ["missing"] = result.Totals[i].Missing,
            })]),
            ["distances"] = new JsonArray([.. result.Distances.Select(distance =>
                JsonSerializer.SerializeToNode(distance, ContractsJson.Default.DistributionDistance))]),
            ["violations"] = new JsonArray([.. result.Violations.Select(violation =>
                JsonSerializer.SerializeToNode(violation, ContractsJson.Default.Violation))]),
        };
    }
}
