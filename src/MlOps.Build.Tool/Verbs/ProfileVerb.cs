using System.CommandLine;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Tool.Inspection;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops profile</c>: what data hold, column by column; and one profile from those of parts.</summary>
internal static class ProfileVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var data = new Option<string[]>("--data", "-d") { Description = "Data files of one table.", HelpName = "file", AllowMultipleArgumentsPerToken = true };
        var schema = new Option<string?>("--schema") { Description = "Their contract: types, and which columns are sensitive; types are inferred without one.", HelpName = "file" };
        var html = new Option<string?>("--html") { Description = "Where to write a page with each column, missing values and correlations.", HelpName = "file" };
        var language = new Option<string>("--language")
        {
            Description = $"The page's language: {ReportLanguage.Choices}.",
            DefaultValueFactory = _ => ReportLanguage.English.Code,
        };
        language.AcceptOnlyFromAmong([.. ReportLanguage.All.Select(known => known.Code)]);
        var (output, json) = (Output(), Verb.Json());
        var verb = Verb.Create(
            "profile",
            "Says what data hold: missing and different values, moments, quantiles, frequent values. Of sensitive columns rows are counted only.",
            "mlops profile --data data.csv",
            "mlops profile --data data.csv --html data-report.html",
            "mlops profile --data part-1.csv --schema schema.yaml --output 1.json",
            "mlops profile merge 1.json 2.json --output whole.json");
        verb.Add(data);
        verb.Add(schema);
        foreach (var option in new Option[] { output, html, language, json })
            verb.Add(option);
        verb.Add(CreateMerge(environment));
        verb.Validators.Add(result =>
        {
            if (result.GetValue(data) is not { Length: > 0 })
                result.AddError("--data names no file.");
        });
        OutputGuard.Add(verb, environment, [output, html], data, schema);
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "profile", parsed.GetValue(json)),
            (parsed.GetValue(data)!, parsed.GetValue(schema)),
            (Path(environment, parsed.GetValue(output)), Path(environment, parsed.GetValue(html)), ReportLanguage.Find(parsed.GetRequiredValue(language))!),
            cancellationToken));
        return verb;
    }

    private static Command CreateMerge(ToolEnvironment environment)
    {
        var parts = new Argument<string[]>("profiles") { Description = "Profiles of parts of one table.", Arity = ArgumentArity.OneOrMore };
        var (output, json) = (Output(), Verb.Json());
        var verb = Verb.Create("merge", "Merges the profiles of parts into that of the whole.", "mlops profile merge 1.json 2.json --output whole.json");
        verb.Add(parts);
        verb.Add(output);
        verb.Add(json);
        OutputGuard.Add(verb, environment, [output], parts);
        verb.SetAction(parsed => Merge(
            environment, new Report(environment, "profile merge", parsed.GetValue(json)), parsed.GetRequiredValue(parts), Path(environment, parsed.GetValue(output))));
        return verb;
    }

    private static Option<string?> Output() => new("--output", "-o") { Description = "Where to write the profile.", HelpName = "file" };

    private static string? Path(ToolEnvironment environment, string? file) => file is null ? null : environment.FullPath(file);

    private static int Run(
        ToolEnvironment environment, Report report, (string[] Data, string? Schema) files, (string? Profile, string? Page, ReportLanguage Language) output, CancellationToken cancellation)
    {
        var schema = DataFileInput.Schema(environment, files.Schema, report);
        if (report.Diagnostics.HasErrors)
            return report.Finish();
        IReadOnlySet<string> sensitive = (schema?.Columns ?? []).Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var sources = DataFileInput.Sources(environment, files.Data);
        if (output.Page is not { } page)
            return Finish(report, Stream(sources, schema, sensitive, report, cancellation), output.Profile);
        if (TableReader.Read(sources, schema, report.Diagnostics, cancellation) is not { } table)
            return report.Finish();
        var profile = ProfileAccumulator.Profile(new TableBatches(table), sensitive, report.Diagnostics, cancellation)!;
        WholeFile.Write(page, DataPage.Of(table, schema, sources, profile, output.Language, cancellation));
        report.Result["page"] = page;
        return Finish(report, profile, output.Profile);
    }

    // One thread takes the rows in order, so the counts of frequent values are the same each time.
    private static DataProfile? Stream(
        IReadOnlyList<DataSource> sources, DataSchema? schema, IReadOnlySet<string> sensitive, Report report, CancellationToken cancellation)
    {
        using var opened = OpenedTable.Open(sources, schema, new CsvReading { Threads = 1 }, report.Diagnostics, cancellation);
        return opened is null ? null : ProfileAccumulator.Profile(opened.Source, sensitive, report.Diagnostics, cancellation);
    }

    private static int Merge(ToolEnvironment environment, Report report, string[] parts, string? output)
    {
        var profiles = parts.Select(part => (Profile: ProfileFile.Read(new DataSource(environment.FullPath(part), part), report.Diagnostics), File: part)).ToList();
        return report.Diagnostics.HasErrors
            ? report.Finish()
            : Finish(report, ProfileFile.Merge([.. profiles.Select(part => (part.Profile!, part.File))], report.Diagnostics), output);
    }

    private static int Finish(Report report, DataProfile? profile, string? output)
    {
        if (profile is null)
            return report.Finish();
        ProfileListing.Show(report, profile);
        if (output is null)
        {
            report.Result["profile"] = JsonSerializer.SerializeToNode(profile, ContractsJson.Default.DataProfile);
        }
        else
        {
            WholeFile.Write(output, ProfileFile.Write(profile));
            report.Line($"written: {output}");
        }

        report.Result["output"] = output;
        return report.Finish();
    }
}
