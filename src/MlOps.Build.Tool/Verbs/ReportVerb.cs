using System.CommandLine;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops report</c>: the reports of evidence, as the build renders them.</summary>
internal static class ReportVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var source = new Argument<string>("evidence") { Description = "An evidence.json, the folder of a built project, or a model package (.nupkg)." };
        var format = Choice("--format", "What to render.", "md", ReportFormats.ByName.Keys);
        format.Aliases.Add("-f");
        var output = new Option<string?>("--output", "-o") { Description = "Where to write; standard output by default.", HelpName = "file" };
        var language = Choice("--language", "The language of md, html and card.", "en", ReportLanguage.All.Select(known => known.Code));
        var root = new Option<string?>("--root") { Description = "sarif: the project's folder below the repository's root.", HelpName = "folder" };
        var undecided = Choice("--undecided", "junit: what an undecided item is.", "skipped", ["skipped", "failure"]);
        var json = Verb.Json();
        var verb = Verb.Create(
            "report",
            "Renders evidence as a report. With --json it needs --output.",
            "mlops report bin/Debug/mlops/evidence.json",
            "mlops report BirdStrikes.1.4.2.nupkg --format html --output report.html",
            "mlops report samples/BirdStrikes --format sarif --root samples/BirdStrikes --output mlops.sarif");
        foreach (var option in new Option[] { format, output, language, root, undecided, json })
            verb.Add(option);
        verb.Add(source);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(output) is null)
                result.AddError("--json needs --output, because standard output cannot hold both.");
        });
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "report", parsed.GetValue(json)),
            environment.FullPath(parsed.GetRequiredValue(source)),
            (parsed.GetRequiredValue(format), parsed.GetValue(output) is { } file ? environment.FullPath(file) : null),
            new ReportOptions
            {
                Words = ReportWords.In(ReportLanguage.Find(parsed.GetRequiredValue(language))!),
                Folder = parsed.GetValue(root)?.Replace('\\', '/') ?? "",
                UndecidedFails = parsed.GetRequiredValue(undecided) == "failure",
            }));
        return verb;
    }

    private static Option<string> Choice(string name, string description, string usual, IEnumerable<string> values)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', values), DefaultValueFactory = _ => usual };
        return option.AcceptOnlyFromAmong([.. values]);
    }

    private static int Run(ToolEnvironment environment, Report report, string source, (string Format, string? File) output, ReportOptions options)
    {
        if (EvidenceSource.Read(source, report.Diagnostics) is not { } evidence)
            return report.Finish();
        var text = ReportFormats.ByName[output.Format].Render(evidence, options);
        report.Result["format"] = output.Format;
        report.Result["output"] = output.File;
        if (output.File is null)
        {
            environment.Output.Write(text);
            return report.Finish();
        }

        WholeFile.Write(output.File, text);
        report.Line($"{output.Format} written: {output.File}");
        return report.Finish();
    }
}
