using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>What folds may not divide: groups, or rows that are equal, as in the split.</summary>
internal sealed class FoldUnits(BacktestInput input)
{
    private readonly int[] _rows = input.Rows;

    /// <summary>
    /// The units, each as places in <see cref="BacktestInput.Rows"/>, in the order of a hash of what they hold; by class when the split is
    /// stratified, otherwise all in one.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int[]>> Strata(long seed)
    {
        var split = input.Config.Split;
        var places = Enumerable.Range(0, _rows.Length);
        if (split.Method == SplitMethod.Group)
            return [Units(places, RowHash.Of([input.Table.Find(split.Column!)!], seed))];
        var hashes = RandomSplit.Hashes(new SplitInput(input.Table, input.Schema, input.Config, input.Label), seed);
        if (split.Method != SplitMethod.Stratified)
            return [Units(places, hashes)];
        var classes = places.GroupBy(place => input.Label.Values[_rows[place]]).OrderBy(group => group.Key);
        return [.. classes.Select(group => Units(group, hashes))];
    }

    private List<int[]> Units(IEnumerable<int> places, ulong[] hashes) =>
        [.. places.GroupBy(place => hashes[_rows[place]]).OrderBy(unit => unit.Key).Select(unit => unit.ToArray())];
}
