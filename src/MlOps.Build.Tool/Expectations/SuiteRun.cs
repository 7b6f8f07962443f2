using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Expectations.Suites;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool.Expectations;

/// <summary>Judges data files by a suite.</summary>
internal sealed class SuiteRun(ToolEnvironment environment, Report report, CancellationToken cancellationToken)
{
    /// <returns>The exit code: 1 when an expectation is not met.</returns>
    public int Run(string suiteFile, IReadOnlyList<string> data, SuiteArguments arguments, ParseResult parsed)
    {
        var (schemaFile, options, output) = (arguments.Schema(parsed), arguments.Options(parsed), arguments.Output(parsed));
        var suite = InputFile.Bytes(environment, suiteFile, report.Diagnostics) is { } bytes ? SuiteReader.Read(suiteFile, bytes, report.Diagnostics) : null;
        var schema = schemaFile is not null && InputFile.Text(environment, schemaFile, report.Diagnostics) is { } text
            ? SchemaFile.Parse(schemaFile, text, report.Diagnostics)
            : null;
        if (suite is null || (schemaFile is not null && schema is null))
            return report.Finish();
        var others = OtherTables(arguments.OtherTables(parsed));
        if (report.Diagnostics.HasErrors)
            return report.Finish();
        options = options with { OtherTables = others };
        var files = DataFileInput.Sources(environment, data);
        if (SuiteCheck.Run(files, suite, schema, options, report.Diagnostics, cancellationToken) is not { } result)
            return report.Finish();
        var json = ResultWriter.Write(result, options.Format);
        if (output is not null)
            WholeFile.Write(environment.FullPath(output), json);
        Tell(result, Encoding.UTF8.GetString(json));
        return report.Finish(ok: result.Results.All(single => single.Outcome.Success || single.Expectation.Severity != Contracts.DiagnosticSeverity.Error));
    }

    private Dictionary<string, long> OtherTables(IReadOnlyDictionary<string, string> files) => files.ToDictionary(
        pair => pair.Key,
        pair => RowCounter.Count(new DataSource(environment.FullPath(pair.Value), pair.Value), report.Diagnostics, cancellationToken) ?? 0);

    private void Tell(SuiteResult result, string json)
    {
        report.Line($"{result.Suite.Name}: {result.Successful} of {result.Results.Count} expectations met");
        foreach (var single in result.Results)
            report.Line($"  {(single.Outcome.Success ? "met" : single.Outcome.Fault is null ? "NOT MET" : "NOT JUDGED"),-10}  {Describe(single)}");
        report.Result["validation"] = JsonNode.Parse(json);
    }

    private static string Describe(ExpectationResult result)
    {
        var words = ExpectationWords.Of(result.Expectation, result.IsSensitive);
        return ExpectationWords.Column(result.Expectation) is { } column ? $"{Shown.Text(column)}: {words}" : words;
    }
}
