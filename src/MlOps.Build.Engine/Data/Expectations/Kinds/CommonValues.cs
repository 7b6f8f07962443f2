using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>The most common value, or with <paramref name="tiesOkay"/> one of them, is a member of a set.</summary>
internal sealed class CommonValues(MemberSet set, bool tiesOkay, ColumnType type) : ColumnFold
{
    private FirstEntries _listed = new();
    private long _most;
    private long _modes;
    private long _allowed;

    public override void Add(TallyPart part)
    {
        var most = part.Entries.Select(entry => entry.Count).DefaultIfEmpty().Max();
        if (most == 0 || most < _most)
            return;
        if (most > _most)
            (_most, _modes, _allowed, _listed) = (most, 0, 0, new());
        var modes = part.Entries.Where(entry => entry.Count == most);
        _modes += modes.LongCount();
        _allowed += modes.LongCount(set.Contains);
        _listed.Add(modes);
    }

    public override Outcome Judge() => Outcome.Of(
        tiesOkay ? _allowed > 0 : _modes == 1 && _allowed == 1, new JsonArray([.. _listed.Entries.Select(entry => JsonValues.Of(type, entry))]));
}
