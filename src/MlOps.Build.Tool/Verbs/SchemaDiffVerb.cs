using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Schemas.Evolution;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops schema diff</c>: which rules changed, and the rows that a loosened one lets in.</summary>
internal static class SchemaDiffVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var before = new Argument<string>("before") { Description = "The older contract." };
        var after = new Argument<string>("after") { Description = "The newer contract." };
        var markdown = new Option<bool>("--markdown") { Description = "Print a Markdown table, for a pull request." };
        var failOn = new Option<string?>("--fail-on") { Description = "Exit with 1 on a change of this kind: looser, or any.", HelpName = "kind" };
        failOn.AcceptOnlyFromAmong("looser", "any");
        var (data, json) = (Verb.Data(), Verb.Json());
        var verb = Verb.Create(
            "diff",
            "Says which rules differ between two data contracts, whether each was loosened or tightened, and which rows of the data a loosened one lets in.",
            "mlops schema diff old/schema.yaml schema.yaml",
            "mlops schema diff old/schema.yaml schema.yaml --data data/strikes.csv --markdown");
        verb.Add(before);
        verb.Add(after);
        verb.Add(data);
        verb.Add(markdown);
        verb.Add(failOn);
        verb.Add(json);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "schema diff", parsed.GetValue(json));
            var (older, newer) = (Read(environment, parsed.GetRequiredValue(before), report), Read(environment, parsed.GetRequiredValue(after), report));
            var files = DataFileInput.Sources(environment, parsed.GetValue(data) ?? []);
            if (older is null || newer is null || Changes(older, newer, files, report, cancellationToken) is not { } changes)
                return report.Finish();
            return Tell(report, changes, parsed.GetValue(markdown), parsed.GetValue(failOn));
        });
        return verb;
    }

    private static DataSchema? Read(ToolEnvironment environment, string path, Report report) =>
        ContractFile.Read(environment, environment.FullPath(path), report.Diagnostics);

    private static IReadOnlyList<SchemaChange>? Changes(
        DataSchema before, DataSchema after, IReadOnlyList<DataSource> files, Report report, CancellationToken cancellationToken)
    {
        var changes = SchemaComparer.Compare(before, after);
        if (files.Count == 0)
            return changes;
        return CleanTableReader.Read(files, after, report.Diagnostics, cancellationToken) is { } cleaned
            ? LetInRows.Count(changes, before, cleaned.Table, cancellationToken)
            : null;
    }

    private static int Tell(Report report, IReadOnlyList<SchemaChange> changes, bool markdown, string? failOn)
    {
        if (markdown)
            report.Line(SchemaChangeText.Markdown(changes).TrimEnd('\n'));
        else if (changes.Count == 0)
            report.Line("the contracts are the same");
        foreach (var change in markdown ? [] : changes)
            report.Line(SchemaChangeText.Line(change));
        report.Result["changes"] = new JsonArray([.. changes.Select(Describe)]);
        return report.Finish(ok: failOn switch
        {
            null => true,
            "any" => changes.Count == 0,
            _ => changes.All(change => change.Direction != ContractChangeKind.Looser),
        });
    }

    private static JsonObject Describe(SchemaChange change) => new()
    {
        ["column"] = change.Column,
        ["rule"] = change.Key,
        ["before"] = change.Before,
        ["after"] = change.After,
        ["change"] = SchemaChangeText.Word(change.Direction),
        ["letsIn"] = change.LetsIn,
    };
}
