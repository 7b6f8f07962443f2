using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas.Evolution;

/// <summary>The rules of one column that differ.</summary>
internal sealed class ColumnChanges
{
    private readonly List<SchemaChange> _changes = [];
    private readonly ColumnSchema _after;

    private ColumnChanges(ColumnSchema after) => _after = after;

    public static IReadOnlyList<SchemaChange> Of(ColumnSchema before, ColumnSchema after)
    {
        var changes = new ColumnChanges(after);
        changes.Kind(before);
        changes.Bounds(before);
        changes.Texts(before);
        changes.Freshness(before.Fresh, after.Fresh);
        changes.Distances("skew", before.Skew, after.Skew);
        changes.Distances("drift", before.Drift, after.Drift);
        changes.Meaning(before);
        return changes._changes;
    }

    private void Kind(ColumnSchema before)
    {
        Add("type", ColumnTypes.Name(before.Type), ColumnTypes.Name(_after.Type), Widens(before.Type, _after.Type));
        Add("required", Word(before.Required), Word(_after.Required), before.Required);
        Environments(before);
        Number("missing", before.MaximumMissing, _after.MaximumMissing, largerIsLooser: true);
        Add("unique", Word(before.Unique), Word(_after.Unique), before.Unique);
        Number("mostly", before.Mostly, _after.Mostly, largerIsLooser: false);
        Add("severity", Severity(before), Severity(_after), before.Severity == DiagnosticSeverity.Error);
    }

    // An environment less is one more in which the column may be absent.
    private void Environments(ColumnSchema before)
    {
        var (old, now) = (before.Environments, _after.Environments);
        bool? looser = now.Count > 0 && (old.Count == 0 || now.All(old.Contains)) ? true : now.Count == 0 || old.All(now.Contains) ? false : null;
        Add("environments", List(old), List(now), looser);

        static string? List(IReadOnlyList<string> names) => names.Count == 0 ? null : YamlText.List(names);
    }

    private void Bounds(ColumnSchema before)
    {
        Bound("min", before.Type, before.Minimum, _after.Minimum, largerIsLooser: false);
        Bound("max", before.Type, before.Maximum, _after.Maximum, largerIsLooser: true);
        Number("min_length", before.MinimumLength, _after.MinimumLength, largerIsLooser: false);
        Number("max_length", before.MaximumLength, _after.MaximumLength, largerIsLooser: true);
    }

    private void Texts(ColumnSchema before)
    {
        var (old, now) = (before.Values.ToHashSet(StringComparer.Ordinal), _after.Values.ToHashSet(StringComparer.Ordinal));
        if (!old.SetEquals(now))
        {
            bool? looser = now.Count == 0 || (old.Count > 0 && now.IsSupersetOf(old)) ? true : old.Count == 0 || now.IsSubsetOf(old) ? false : null;
            Add("values", List(before), old.Count == now.Count && _after.Sensitive ? $"{Shown.Count(now.Count)} other values" : List(_after), looser);
        }

        var (was, refers) = (ReferenceParser.Text(before.References), ReferenceParser.Text(_after.References));
        Add("references", was, refers, refers is null ? true : was is null ? false : null);
        Add("pattern", before.Pattern, _after.Pattern, _after.Pattern is null ? true : before.Pattern is null ? false : null);
    }

    private void Distances(string key, DistanceLimits? before, DistanceLimits? after)
    {
        foreach (var name in DistanceNames.All)
            Number($"{key}.{name}", before?.Of(name), after?.Of(name), largerIsLooser: true);
    }

    private void Freshness(Freshness? before, Freshness? after)
    {
        bool? looser = after is null ? true
            : before is null ? false
            : (before.Of is null) != (after.Of is null) ? null
            : after.Within >= before.Within && Since(after) <= Since(before) ? true
            : after.Within <= before.Within && Since(after) >= Since(before) ? false
            : null;
        Add("fresh", FreshnessParser.Text(before), FreshnessParser.Text(after), looser);
    }

    // An instant from outside of the contract is the same for both.
    private static double Since(Freshness fresh) => fresh.Of is { } of ? Schemas.Freshness.Instant(of) ?? double.NaN : 0;

    private void Meaning(ColumnSchema before)
    {
        Add("sensitive", Word(before.Sensitive), Word(_after.Sensitive), before.Sensitive);
        Add("known", before.KnownAfter ? "after" : null, _after.KnownAfter ? "after" : null, before.KnownAfter);
        Add("unit", before.Unit, _after.Unit, null);
    }

    private void Bound(string key, ColumnType type, double? before, double? after, bool largerIsLooser)
    {
        if (before != after)
            Add(key, Text(type, before), Text(_after.Type, after), Looser(before, after, largerIsLooser));
    }

    private void Number(string key, double? before, double? after, bool largerIsLooser)
    {
        if (before != after)
            Add(key, before?.ToString("R", CultureInfo.InvariantCulture), after?.ToString("R", CultureInfo.InvariantCulture), Looser(before, after, largerIsLooser));
    }

    // A limit that is not there allows anything.
    private static bool? Looser(double? before, double? after, bool largerIsLooser) =>
        after is null ? true : before is null ? false : after > before == largerIsLooser;

    private void Add(string key, string? before, string? after, bool? looser)
    {
        if (before == after)
            return;
        _changes.Add(new SchemaChange
        {
            Column = _after.Name,
            Key = key,
            Before = before,
            After = after,
            Direction = looser switch { true => ContractChangeKind.Looser, false => ContractChangeKind.Tighter, _ => ContractChangeKind.Other },
            Position = _after.PositionOf(key.Split('.')[0]),
        });
    }

    private static bool? Widens(ColumnType before, ColumnType after) =>
        after == ColumnType.String || (ColumnTypes.IsNumber(before) && after == ColumnType.Float64) ? true
        : before == ColumnType.String || (before == ColumnType.Float64 && ColumnTypes.IsNumber(after)) ? false
        : null;

    private static string? Text(ColumnType type, double? bound) => bound is { } value ? ColumnTypes.BoundText(type, value) : null;

    private static string Word(bool value) => value ? "true" : "false";

    private static string Severity(ColumnSchema column) => column.Severity.ToString().ToLowerInvariant();

    // A contract's own values are as sensitive as the data's.
    private static string? List(ColumnSchema column) => column.Values.Count == 0 ? null
        : column.Sensitive ? Shown.Count(column.Values.Count, "value")
        : YamlText.List(column.Values);
}
