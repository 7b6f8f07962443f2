using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>The different values beside a set. That the values are too many to keep does not matter: the members among them are counted.</summary>
/// <param name="set">The set.</param>
/// <param name="type">Of the values.</param>
/// <param name="judge">Whether so many values, so many of them members, and so many members altogether are as expected.</param>
internal sealed class DistinctSet(MemberSet set, ColumnType type, Func<long, long, int, bool> judge) : ColumnFold
{
    private readonly FirstEntries _listed = new();
    private long _seen;
    private long _members;

    public override void Add(TallyPart part)
    {
        _seen += part.Distinct;
        _members += part.Entries.Count(set.Contains);
        _listed.Add(part.Entries);
    }

    public override Outcome Judge()
    {
        var counts = _listed.Entries.Select(entry => (JsonNode)new JsonObject { ["value"] = JsonValues.Of(type, entry), ["count"] = entry.Count });
        return Outcome.Of(
            judge(_seen, _members, set.Count),
            new JsonArray([.. _listed.Entries.Select(entry => JsonValues.Of(type, entry))]),
            new JsonObject { ["value_counts"] = new JsonArray([.. counts]) });
    }
}
