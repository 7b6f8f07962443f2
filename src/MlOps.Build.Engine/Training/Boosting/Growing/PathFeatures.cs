namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>
/// The features that may still divide a leaf: those of the groups that hold every feature on the way to it. A feature of no group is a group
/// of its own.
/// </summary>
internal sealed class PathFeatures
{
    private readonly IReadOnlyList<int[]> _groups;
    private readonly bool[] _allowed;

    private PathFeatures(IReadOnlyList<int[]> groups, int features)
    {
        _groups = groups;
        _allowed = new bool[features];
        foreach (var group in groups)
        {
            foreach (var feature in group)
                _allowed[feature] = true;
        }
    }

    /// <summary>All groups; null when there are none, so that every feature may meet every other.</summary>
    public static PathFeatures? Of(IReadOnlyList<IReadOnlyList<int>> interactions, int features)
    {
        if (interactions.Count == 0)
            return null;
        var named = interactions.SelectMany(group => group).ToHashSet();
        var alone = Enumerable.Range(0, features).Where(feature => !named.Contains(feature)).Select(feature => (IReadOnlyList<int>)[feature]);
        return new PathFeatures([.. interactions.Concat(alone).Select(group => group.Order().ToArray())], features);
    }

    public bool Allows(int feature) => _allowed[feature];

    public PathFeatures After(int feature) => new([.. _groups.Where(group => Array.BinarySearch(group, feature) >= 0)], _allowed.Length);
}
