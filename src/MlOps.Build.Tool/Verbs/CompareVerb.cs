using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Comparison;
using MlOps.Build.Engine.Drift;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Rendering;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops compare</c>: what changed between two versions of a data set.</summary>
internal static class CompareVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var reference = new Option<string[]>("--reference", "-r") { Description = "The earlier version.", HelpName = "file", Required = true, AllowMultipleArgumentsPerToken = true };
        var data = new Option<string[]>("--data", "-d") { Description = "The later version.", HelpName = "file", Required = true, AllowMultipleArgumentsPerToken = true };
        var key = new Option<string[]>("--key", "-k") { Description = "A column that tells rows apart; several make one key. The contract's by default.", HelpName = "column", AllowMultipleArgumentsPerToken = true };
        var schema = new Option<string?>("--schema") { Description = "The contract: types, key, and which columns are sensitive.", HelpName = "file" };
        var output = new Option<string?>("--output", "-o") { Description = "Where to write the comparison as Markdown.", HelpName = "file" };
        var fail = new Option<bool>("--fail") { Description = "Exit with 1 when anything changed." };
        var json = Verb.Json();
        var verb = Verb.Create(
            "compare",
            "Says what changed between two versions of a data set: rows by key, columns, distributions.",
            "mlops compare --reference old.csv --data new.csv --key id",
            "mlops compare --reference old.csv --data new.csv --schema schema.yaml --output changes.md");
        foreach (var option in new Option[] { reference, data, key, schema, output, fail, json })
            verb.Add(option);
        OutputGuard.Add(verb, environment, [output], reference, data, schema);
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "compare", parsed.GetValue(json)),
            (parsed.GetRequiredValue(reference), parsed.GetRequiredValue(data), parsed.GetValue(schema)),
            parsed.GetValue(key) ?? [],
            parsed.GetValue(output) is { } file ? environment.FullPath(file) : null,
            parsed.GetValue(fail),
            cancellationToken));
        return verb;
    }

    private static int Run(
        ToolEnvironment environment, Report report, (string[] Reference, string[] Data, string? Schema) files, string[] key, string? output, bool fail, CancellationToken cancellation)
    {
        var schema = DataFileInput.Schema(environment, files.Schema, report);
        if (report.Diagnostics.HasErrors
            || DataFileInput.Read(environment, files.Reference, schema, report, cancellation) is not { } reference
            || DataFileInput.Read(environment, files.Data, schema, report, cancellation) is not { } current)
        {
            return report.Finish();
        }

        IReadOnlySet<string> sensitive = (schema?.Columns ?? []).Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var comparer = new TableComparer(new TableBatches(reference), new TableBatches(current), key.Length > 0 ? key : schema?.Table.Key ?? [], sensitive);
        if (comparer.Compare(string.Join(", ", files.Reference), report.Diagnostics, cancellation) is not { } diff)
            return report.Finish();
        diff = diff with { Drift = TableDrift.Compare(reference, current, new DriftConfig()) };
        Show(report, diff);
        report.Result["diff"] = JsonSerializer.SerializeToNode(diff, ContractsJson.Default.DataDiff);
        if (output is not null)
        {
            WholeFile.Write(output, Markdown(diff));
            report.Result["output"] = output;
            report.Line($"written: {output}");
        }

        return report.Finish(ok: !(fail && (diff.Columns.Count > 0 || diff.RowChanges is not { Added: 0, Removed: 0, Changed: 0, Shared: 0, ReferenceShared: 0 })));
    }

    private static void Show(Report report, DataDiff diff)
    {
        var rows = diff.RowChanges!;
        report.Line(Invariant($"{diff.ReferenceRows:#,0} rows before, {diff.Rows:#,0} now"));
        report.Line(Invariant($"added {rows.Added:#,0}, removed {rows.Removed:#,0}, changed {rows.Changed:#,0}, same {rows.Same:#,0}")
            + (diff.Key.Count == 0 ? " (no key: rows were compared as wholes)" : $" by {string.Join(", ", diff.Key)}"));
        if (rows.Shared + rows.ReferenceShared > 0)
        {
            report.Diagnostics.Warning(DriftCodes.SharedKey, Invariant($"{rows.ReferenceShared} rows before and {rows.Shared} now share their key or lack it, ")
                + "so they were not compared. Add a column to --key that tells them apart.");
        }

        foreach (var column in diff.Columns)
            report.Line($"  {column.Column.ReplaceLineEndings(" "),-28}  {Words(column)}");
        foreach (var column in diff.Drift!.Comparisons[0].Columns.Where(column => column.Drifts))
            report.Line(Invariant($"  {column.Column.ReplaceLineEndings(" "),-28}  drifts, PSI {column.Psi:0.###}"));
    }

    private static string Words(ColumnChange column)
    {
        var change = column switch
        {
            { Before: null, After: null } => "values",
            { Before: null } => $"added, {Type(column.After)}",
            { After: null } => $"removed, {Type(column.Before)}",
            _ => $"type {Type(column.Before)}, now {Type(column.After)}",
        };
        return column.Changed is { } rows ? Invariant($"{change}; {rows:#,0} rows") : change;
    }

    private static string? Type(ColumnType? type) => type?.ToString().ToLowerInvariant();

    private static string Markdown(DataDiff diff)
    {
        var text = new StringBuilder();
        MarkdownBlocks.Write(text, DataDiffSection.Of(diff, ReportWords.English), ReportWords.English, 1);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
