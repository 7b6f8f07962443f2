using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>The members of <c>value_set</c> as values of a column.</summary>
internal sealed class MemberSet
{
    private readonly HashSet<long> _keys = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    // A member that no value of the column equals counts too, so that sets are not equal because of it.
    private readonly HashSet<(ScalarKind Kind, string Text)> _strangers = [];

    public int Count => _keys.Count + _texts.Count + _strangers.Count;

    public static MemberSet Of(CheckRequest request)
    {
        var (set, type) = (new MemberSet(), request.Columns[request.Column()].Type);
        foreach (var member in request.Scalars("value_set") ?? [])
        {
            if (type == ColumnType.String && member.Kind == ScalarKind.Text)
                set._texts.Add(member.Text);
            else if (type != ColumnType.String && ScalarKeys.Equal(type, member) is { } key)
                set._keys.Add(key);
            else
                set._strangers.Add((member.Kind, member.Text));
        }

        return set;
    }

    public bool Contains(TallyEntry entry) => entry.Text is { } text ? _texts.Contains(text) : _keys.Contains(entry.Key);
}
