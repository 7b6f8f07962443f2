using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What changed in the data since an earlier version.</summary>
internal static class DataDiffSection
{
    private const int MostRows = 20;

    public static ReportSection Of(ModelEvidence model, ReportWords words) => Of(model.DataDiff, words);

    public static ReportSection Of(DataDiff? diff, ReportWords words) =>
        new("data-diff", words.Say("Changes of the data"), 55, diff is null ? [] : [.. Blocks(diff, words)]);

    private static IEnumerable<ReportBlock> Blocks(DataDiff diff, ReportWords words)
    {
        yield return new Paragraph(words.Sentences(
            words.Say($"Compared with {words.Echo(diff.Reference)}: {words.Count(diff.ReferenceRows)} rows before, {words.Count(diff.Rows)} now."),
            diff.RowChanges is { } rows ? Sentence(rows, diff.Key, words) : "",
            diff is { RowChanges: null or { Added: 0, Removed: 0, Changed: 0 }, Columns.Count: 0 } ? words.Say("No column was added, removed or given another type.") : ""));
        if (diff.Columns.Count > 0)
            yield return Columns(diff, words);
        if (diff.RowChanges is { Examples.Count: > 0 } changes)
            yield return new Fold(words.Say($"{changes.Examples.Count} of {words.Count(changes.Changed)} changed rows"), [Examples(changes, diff.Key, words)]);
        if (diff.Drift is { } drift)
        {
            foreach (var block in DriftSection.Of(drift, words).Blocks)
                yield return block;
        }
    }

    private static string Sentence(RowDiff rows, IReadOnlyList<string> key, ReportWords words) => words.Sentences(
        key.Count == 0
            ? words.Say($"{words.Count(rows.Added)} rows were added, {words.Count(rows.Removed)} removed; {words.Count(rows.Same)} are the same. Without a key no row counts as changed.")
            : words.Say($"By {words.List(key)}, {words.Count(rows.Added)} rows were added, {words.Count(rows.Removed)} removed and {words.Count(rows.Changed)} changed; {words.Count(rows.Same)} are the same."),
        rows.Shared + rows.ReferenceShared == 0 ? ""
            : words.Say($"Rows that share their key or lack it were not compared: {words.Count(rows.ReferenceShared)} before, {words.Count(rows.Shared)} now."));

    private static ReportTable Columns(DataDiff diff, ReportWords words) => new(
        [new(words.Say("column")), new(words.Say("change")), new(words.Say("changed rows"), true)],
        [.. diff.Columns.Select(column => new[] { column.Column, Change(column, words), column.Changed is { } rows ? words.Count(rows) : "" })])
    { ShortRows = MostRows };

    private static string Change(ColumnChange column, ReportWords words) => column switch
    {
        { Before: null, After: null } => words.Say("values"),
        { Before: null, After: { } after } => words.Say($"added, {Type(after)}"),
        { Before: { } before, After: null } => words.Say($"removed, {Type(before)}"),
        _ => words.Say($"type {Type(column.Before!.Value)}, now {Type(column.After!.Value)}"),
    };

    private static string Type(ColumnType type) => type.ToString().ToLowerInvariant();

    private static ReportTable Examples(RowDiff rows, IReadOnlyList<string> key, ReportWords words) => new(
        [new(words.List(key)), new(words.Say("column")), new(words.Say("before")), new(words.Say("now"))],
        [.. rows.Examples.SelectMany(row => row.Values.Select(value => new[]
        {
            words.List(row.Key), value.Column, value.Before ?? words.Say("missing"), value.After ?? words.Say("missing"),
        }))])
    { ShortRows = MostRows };
}
