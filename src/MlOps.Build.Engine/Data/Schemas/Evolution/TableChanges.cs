using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas.Evolution;

/// <summary>The rules of the table, and the steps before it is checked, that differ.</summary>
internal static class TableChanges
{
    public static IEnumerable<SchemaChange> Of(DataSchema before, DataSchema after)
    {
        var (old, now) = (before.Table, after.Table);
        var rows = now.RowsPosition;
        return new[]
        {
            Change("rows.min", Count(old.MinimumRows), Count(now.MinimumRows), Looser(now.MinimumRows, old.MinimumRows), rows),
            Change("rows.max", Count(old.MaximumRows), Count(now.MaximumRows), Looser(old.MaximumRows, now.MaximumRows, absent: long.MaxValue), rows),
            Change("rows.equal_to", old.EqualRows, now.EqualRows, Looser(old.EqualRows, now.EqualRows), rows),
            Change("references", References(old), References(now), Looser(References(old), References(now)), now.References is [var first, ..] ? first.Position : default),
            Change("key", Key(old), Key(now), Looser(old.Key, now.Key), now.KeyPosition),
            Change("suites", Suites(before), Suites(after), Fewer([.. before.Suites.Select(suite => suite.File)], [.. after.Suites.Select(suite => suite.File)]), default),
            Change("format.delimiter", before.Format.Delimiter?.ToString(), after.Format.Delimiter?.ToString(), null, default),
            Change("format.header", Word(before.Format.HasHeader), Word(after.Format.HasHeader), null, default),
            Change("format.missing", Markers(before), Markers(after), null, default),
            Change("environments", Environments(before), Environments(after), null, default),
            Change("cleaning", Cleaning(before), Cleaning(after), null, default),
            Change("license", before.License, after.License, null, default),
        }.OfType<SchemaChange>();
    }

    private static SchemaChange? Change(string key, string? before, string? after, bool? looser, SourcePosition position) => before == after ? null : new SchemaChange
    {
        Column = null,
        Key = key,
        Before = before,
        After = after,
        Direction = looser switch { true => ContractChangeKind.Looser, false => ContractChangeKind.Tighter, _ => ContractChangeKind.Other },
        Position = position,
    };

    private static bool Looser(long? less, long? more, long absent = 0) => (less ?? absent) < (more ?? absent);

    // More columns name a row: rows that were repeats are none now.
    private static bool? Looser(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        after.Count == 0 ? true
        : before.Count == 0 ? false
        : before.All(after.Contains) ? true
        : after.All(before.Contains) ? false
        : null;

    private static bool? Looser(string? before, string? after) => after is null ? true : before is null ? false : null;

    private static string? References(TableRules rules) =>
        rules.References.Count == 0 ? null : string.Join("; ", ReferenceParser.Lines(rules.References).Skip(1).Select(line => line.Trim()[2..]));

    private static string? Count(long? rows) => rows?.ToString(CultureInfo.InvariantCulture);

    private static string? Key(TableRules rules) => rules.Key.Count == 0 ? null : YamlText.List(rules.Key);

    private static string? Environments(DataSchema schema) => schema.Environments.Count == 0 ? null : YamlText.List(schema.Environments);

    private static bool? Fewer(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        after.All(before.Contains) ? true : before.All(after.Contains) ? false : null;

    private static string? Suites(DataSchema schema) => schema.Suites.Count == 0 ? null : YamlText.List(schema.Suites.Select(suite => suite.File));

    private static string Markers(DataSchema schema) => YamlText.List(schema.Format.MissingMarkers);

    private static string Word(bool value) => value ? "true" : "false";

    private static string? Cleaning(DataSchema schema) =>
        schema.Cleaning.IsEmpty ? null : string.Join("; ", CleaningWriter.Write(schema.Cleaning).Select(line => line.Trim()).Where(line => line != "cleaning:"));
}
