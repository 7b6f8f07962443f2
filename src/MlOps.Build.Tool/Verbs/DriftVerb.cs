using System.CommandLine;
using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Drift;
using MlOps.Build.Engine.Drift.Measures;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Rendering;
using MlOps.Build.Engine.Reporting.Sections;
using MlOps.Build.Tool.Inspection;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops drift</c>: how rows differ from reference rows, column by column.</summary>
internal static class DriftVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var reference = new Option<string[]>("--reference", "-r") { Description = "The rows that the others ought to be like.", HelpName = "file", Required = true, AllowMultipleArgumentsPerToken = true };
        var data = new Option<string[]>("--data", "-d") { Description = "The rows to compare.", HelpName = "file", Required = true, AllowMultipleArgumentsPerToken = true };
        var schema = new Option<string?>("--schema") { Description = "The contract of both; types are inferred without one.", HelpName = "file" };
        var method = new Option<string>("--method", "-m") { Description = $"A test or distance: {string.Join(", ", DriftMethods.Names)}. Columns that it cannot judge get auto.", HelpName = "name", DefaultValueFactory = _ => DriftMeasures.Auto };
        var threshold = new Option<double?>("--threshold") { Description = "Where drift starts; the method's own by default.", HelpName = "number" };
        var share = new Option<double>("--share") { Description = "The share of drifting columns from which all of the data drifted.", HelpName = "number", DefaultValueFactory = _ => new DriftConfig().Share };
        var correction = new Option<string>("--correction") { Description = "How p-values of several columns are corrected.", HelpName = "name", DefaultValueFactory = _ => DriftCorrection.BenjaminiHochberg };
        correction.AcceptOnlyFromAmong(DriftCorrection.BenjaminiHochberg, DriftCorrection.None);
        var rows = new Option<int>("--min-rows") { Description = "Columns with fewer values are undecided.", HelpName = "number", DefaultValueFactory = _ => DriftConfig.LeastRowsByDefault };
        var output = new Option<string?>("--output", "-o") { Description = "Where to write the comparison as Markdown.", HelpName = "file" };
        var fail = new Option<bool>("--fail") { Description = "Exit with 1 when all of the data drifted." };
        var json = Verb.Json();
        var verb = Verb.Create(
            "drift",
            "Says how rows differ from reference rows, column by column, by tests and distances under their names in Evidently.",
            "mlops drift --reference january.csv --data february.csv",
            "mlops drift --reference january.csv --data february.csv --method psi --threshold 0.2 --output drift.md --fail");
        foreach (var option in new Option[] { reference, data, schema, method, threshold, share, correction, rows, output, fail, json })
            verb.Add(option);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(method) is { } name && DriftMethods.Problem(name) is { } problem)
                result.AddError(problem);
        });
        OutputGuard.Add(verb, environment, [output], reference, data, schema);
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "drift", parsed.GetValue(json)),
            (parsed.GetRequiredValue(reference), parsed.GetRequiredValue(data), parsed.GetValue(schema)),
            new DriftConfig
            {
                Method = new DriftMethod(parsed.GetRequiredValue(method), parsed.GetValue(threshold)),
                Share = parsed.GetValue(share),
                Corrected = parsed.GetRequiredValue(correction) != DriftCorrection.None,
                LeastRows = parsed.GetValue(rows),
            },
            parsed.GetValue(output) is { } file ? environment.FullPath(file) : null,
            parsed.GetValue(fail),
            cancellationToken));
        return verb;
    }

    private static int Run(
        ToolEnvironment environment, Report report, (string[] Reference, string[] Data, string? Schema) files, DriftConfig config, string? output, bool fail, CancellationToken cancellation)
    {
        var schema = DataFileInput.Schema(environment, files.Schema, report);
        if (report.Diagnostics.HasErrors
            || DataFileInput.Read(environment, files.Reference, schema, report, cancellation) is not { } reference
            || DataFileInput.Read(environment, files.Data, schema, report, cancellation) is not { } current)
        {
            return report.Finish();
        }

        var drift = TableDrift.Compare(reference, current, config);
        var comparison = drift.Comparisons[0];
        if (comparison.Columns.All(column => column.Psi is null))
            report.Diagnostics.Error(DriftCodes.NothingInCommon, "no column could be compared: " + Reasons(comparison) + ". Name files of the same columns.");
        DriftListing.Show(report, drift, comparison);
        report.Result["drift"] = JsonSerializer.SerializeToNode(drift, ContractsJson.Default.DriftSummary);
        report.Result["share"] = comparison.Share;
        report.Result["drifts"] = comparison.Share is { } share ? share >= drift.ShareLimit : null;
        if (output is not null)
        {
            WholeFile.Write(output, Markdown(drift));
            report.Result["output"] = output;
            report.Line($"written: {output}");
        }

        return report.Finish(ok: !(fail && comparison.Share >= drift.ShareLimit));
    }

    private static string Reasons(DriftComparison comparison) => string.Join("; ", comparison.Columns.Select(column => column.Reason).OfType<string>().Distinct().Take(3));

    private static string Markdown(DriftSummary drift)
    {
        var text = new StringBuilder();
        MarkdownBlocks.Write(text, DriftSection.Of(drift, ReportWords.English), ReportWords.English, 1);
        return text.ToString().TrimEnd('\n') + "\n";
    }
}
