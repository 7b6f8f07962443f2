using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>A condition for one thread: its rows of the current batch, found once.</summary>
internal sealed class ConditionState(NodeState root)
{
    private ulong[] _selected = [];
    private ulong[] _unknown = [];
    private bool _known;

    /// <summary>The batch is another.</summary>
    public void Forget() => _known = false;

    public ReadOnlySpan<ulong> Selected(BatchView view)
    {
        if (_selected.Length < view.Words)
            (_selected, _unknown) = (new ulong[view.Words], new ulong[view.Words]);
        var selected = _selected.AsSpan(0, view.Words);
        if (_known)
            return selected;
        root.Evaluate(view, selected, _unknown.AsSpan(0, view.Words));
        var all = view.Selected(null);
        for (var word = 0; word < selected.Length; word++)
            selected[word] &= all[word];
        _known = true;
        return selected;
    }
}
