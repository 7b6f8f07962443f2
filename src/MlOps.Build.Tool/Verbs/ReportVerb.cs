using System.CommandLine;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Reporting;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops report</c>: the reports of evidence, as the build renders them.</summary>
internal static class ReportVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var source = new Argument<string>("evidence") { Description = "An evidence.json, the folder of a built project, or a model package (.nupkg)." };
        var format = new Option<string>("--format", "-f")
        {
            Description = "What to render.",
            HelpName = string.Join('|', ReportFormats.ByName.Keys),
            DefaultValueFactory = _ => "md",
        };
        format.AcceptOnlyFromAmong([.. ReportFormats.ByName.Keys]);
        var output = new Option<string?>("--output", "-o") { Description = "Where to write; standard output by default.", HelpName = "file" };
        var json = Verb.Json();
        var verb = Verb.Create(
            "report",
            "Renders evidence as a report. With --json it needs --output.",
            "mlops report bin/Debug/mlops/evidence.json",
            "mlops report BirdStrikes.1.4.2.nupkg --format html --output report.html",
            "mlops report . --format sarif --output mlops.sarif");
        verb.Add(source);
        verb.Add(format);
        verb.Add(output);
        verb.Add(json);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(output) is null)
                result.AddError("--json needs --output, because standard output cannot hold both.");
        });
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "report", parsed.GetValue(json)),
            environment.FullPath(parsed.GetRequiredValue(source)),
            parsed.GetRequiredValue(format),
            parsed.GetValue(output) is { } file ? environment.FullPath(file) : null));
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report, string source, string format, string? output)
    {
        if (EvidenceSource.Read(source, report.Diagnostics) is not { } evidence)
            return report.Finish();
        var text = ReportFormats.ByName[format].Render(evidence);
        report.Result["format"] = format;
        report.Result["output"] = output;
        if (output is null)
        {
            environment.Output.Write(text);
            return report.Finish();
        }

        WholeFile.Write(output, text);
        report.Line($"{format} written: {output}");
        return report.Finish();
    }
}
