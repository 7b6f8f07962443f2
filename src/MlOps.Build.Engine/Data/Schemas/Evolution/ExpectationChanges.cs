using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations;

namespace MlOps.Build.Engine.Data.Schemas.Evolution;

/// <summary>Expectations that came, went or have other arguments. Their order and notes make no difference.</summary>
internal static class ExpectationChanges
{
    private static readonly string[] NotSaid = ["meta", "notes", "result_format"];

    /// <param name="column">The column below which they stand; null for the contract's own.</param>
    /// <param name="before">As they were.</param>
    /// <param name="after">As they are.</param>
    /// <param name="sensitive">Columns whose values are not told, in either contract.</param>
    /// <param name="place">Where the list stands, or stood, in the new contract.</param>
    public static IEnumerable<SchemaChange> Of(
        string? column, IReadOnlyList<Expectation> before, IReadOnlyList<Expectation> after, IReadOnlySet<string> sensitive, SourcePosition place)
    {
        var (gone, come) = (Without(before, after), Without(after, before));
        foreach (var old in gone)
        {
            var now = come.Find(other => other.Type == old.Type);
            if (now is not null)
                come.Remove(now);
            yield return Change(column, old, now, sensitive, now?.Position ?? place);
        }

        foreach (var now in come)
            yield return Change(column, null, now, sensitive, now.Position);
    }

    private static SchemaChange Change(string? column, Expectation? old, Expectation? now, IReadOnlySet<string> sensitive, SourcePosition position)
    {
        var (before, after) = (Text(old, column, sensitive), Text(now, column, sensitive));
        return new SchemaChange
        {
            Column = column,
            Key = (now ?? old)!.Type,
            Before = before,
            After = before == after ? "other values" : after,
            Direction = now is null ? ContractChangeKind.Looser : old is null ? ContractChangeKind.Tighter : Direction(old, now),
            Position = position,
            Was = old,
        };
    }

    // Two lists may hold one expectation several times.
    private static List<Expectation> Without(IReadOnlyList<Expectation> these, IReadOnlyList<Expectation> those)
    {
        var left = those.ToList();
        return [.. these.Where(one => left.FindIndex(other => IsSame(one, other)) is not (>= 0 and var index) || !Take(left, index))];
    }

    private static bool Take(List<Expectation> list, int index)
    {
        list.RemoveAt(index);
        return true;
    }

    private static bool IsSame(Expectation one, Expectation other) => one.Type == other.Type && one.Severity == other.Severity && HasSame(one, other, NotSaid);

    private static bool HasSame(Expectation one, Expectation other, string[] but)
    {
        var (these, those) = (Arguments(one, but), Arguments(other, but));
        return these.Count == those.Count && these.All(pair => those.TryGetValue(pair.Key, out var value) && JsonElement.DeepEquals(pair.Value, value));
    }

    private static Dictionary<string, JsonElement> Arguments(Expectation expectation, string[] but) => expectation.Kwargs.EnumerateObject()
        .Where(argument => !but.Contains(argument.Name) && argument.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(argument => argument.Name, argument => argument.Value);

    // Of other arguments nobody knows here which way they lead.
    private static ContractChangeKind Direction(Expectation old, Expectation now)
    {
        var mostly = Mostly(now).CompareTo(Mostly(old));
        var severity = (now.Severity == DiagnosticSeverity.Error).CompareTo(old.Severity == DiagnosticSeverity.Error);
        if (!HasSame(old, now, [.. NotSaid, "mostly"]) || mostly * severity < 0)
            return ContractChangeKind.Other;
        return (mostly + severity) switch
        {
            < 0 => ContractChangeKind.Looser,
            > 0 => ContractChangeKind.Tighter,
            _ => ContractChangeKind.Other,
        };
    }

    private static double Mostly(Expectation expectation) =>
        expectation.Kwargs.TryGetProperty("mostly", out var share) && share.ValueKind == JsonValueKind.Number ? share.GetDouble() : 1;

    private static string? Text(Expectation? expectation, string? column, IReadOnlySet<string> sensitive)
    {
        if (expectation is null)
            return null;
        var hides = NamedColumns.Concern(expectation, sensitive);
        var arguments = Arguments(expectation, NotSaid)
            .Where(argument => argument.Key != "column" || column is null)
            .Select(argument => hides && !NamedColumns.Keys.Contains(argument.Key) ? argument.Key : $"{argument.Key} {Shown.Text(argument.Value.GetRawText()).Trim('\'')}");
        var text = string.Join(", ", expectation.Severity == DiagnosticSeverity.Error ? arguments : arguments.Append("severity warning"));
        return text.Length > 0 ? text : "expected";
    }
}
