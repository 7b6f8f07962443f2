using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What the model was made from and with, and what of it is packed.</summary>
internal static class EnvironmentSection
{
    public static ReportSection Of(ModelEvidence model, ReportWords words) => new("environment", words.Say("Environment"), 5, Blocks(model, words));

    private static List<ReportBlock> Blocks(ModelEvidence model, ReportWords words)
    {
        if (model is { Environment: null, Lineage: null, Package: null })
            return [];
        var tables = new[] { Facts(model, words), Inputs(model.Lineage, words), Stages(model.Lineage, words), Parts(model.Package, words) };
        return
        [
            new Paragraph(Summary(model, words)),
            new Fold(
                words.Say("Versions, licences, inputs and files by their hashes"),
                [.. tables.Where(table => table.Rows.Count > 0)]),
        ];
    }

    private static string Summary(ModelEvidence model, ReportWords words) => words.Sentences(
        model is { Environment: { } environment, Lineage: { } made }
            ? words.Say($"Built with MlOps.Build {made.Kit} on {environment.Framework} from {made.Data.Count + made.Configuration.Count} files.")
            : "",
        model.Environment is { TargetFrameworks: { Count: > 0 } frameworks }
            ? words.Say($"Its package serves {words.List(frameworks)}.")
            : "",
        model.Envelope is null
            ? words.Say("The same files give the same model on any machine; commit and machine stand in the package's envelope.")
            : "");

    private static ReportTable Facts(ModelEvidence model, ReportWords words)
    {
        var (package, envelope) = (model.Package, model.Envelope);
        (string Name, string? Value)[] facts =
        [
            (words.Say("package"), package?.Name),
            (words.Say("version"), package?.Version),
            (words.Say("evidence digest"), package?.Evidence),
            (words.Say("licence"), model.License ?? package?.License),
            (words.Say("licence of the data"), model.Data.License ?? package?.DataLicense),
            (words.Say("target frameworks"), model.Environment is { TargetFrameworks: { Count: > 0 } all } ? words.List(all) : null),
            (words.Say("kit"), model.Lineage is { } lineage ? $"MlOps.Build {lineage.Kit}" : null),
            (words.Say("framework"), envelope?.Framework ?? model.Environment?.Framework),
            (words.Say("operating system"), envelope?.OperatingSystem),
            (words.Say("architecture"), envelope?.Architecture),
            (words.Say("commit"), envelope?.Commit),
            (words.Say("branch or tag"), envelope?.Ref),
            (words.Say("repository"), envelope?.Repository),
            (words.Say("run"), envelope?.Run),
            (words.Say("time"), envelope?.Time),
            (words.Say("seed"), model.Lineage?.Seed.ToString(CultureInfo.InvariantCulture)),
        ];
        return new ReportTable(
            [new(words.Say("fact")), new(words.Say("value"))],
            [.. facts.Where(fact => fact.Value is not null).Select(fact => new[] { fact.Name, fact.Value! })]);
    }

    private static ReportTable Inputs(Lineage? lineage, ReportWords words) => new(
        [new(words.Say("input")), new(words.Say("bytes"), true), new("SHA-256")],
        [.. (lineage?.Data ?? []).Concat(lineage?.Configuration ?? []).Select(file => new[] { file.Path, words.Count(file.Bytes), file.Sha256 })]);

    private static ReportTable Stages(Lineage? lineage, ReportWords words) => new(
        [new(words.Say("stage")), new(words.Say("key"))],
        [.. (lineage?.Stages ?? new Dictionary<string, string>()).Select(stage => new[] { stage.Key, stage.Value })]);

    private static ReportTable Parts(ModelManifest? package, ReportWords words) => new(
        [new(words.Say("file of the package")), new(words.Say("bytes"), true), new("SHA-256")],
        [.. (package?.Parts ?? []).Select(part => new[] { part.Path, words.Count(part.Bytes), part.Sha256 })]);
}
