namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>
/// The features that may still divide a leaf: those of the groups that hold every feature on the way to it. A feature of no group is a group
/// of its own.
/// </summary>
internal sealed class PathFeatures
{
    private readonly IReadOnlyList<bool[]> _groups;
    private readonly bool[] _allowed;

    private PathFeatures(IReadOnlyList<bool[]> groups, int features)
    {
        _groups = groups;
        _allowed = new bool[features];
        foreach (var group in groups)
        {
            for (var i = 0; i < features; i++)
                _allowed[i] |= group[i];
        }
    }

    /// <summary>All groups; null when there are none, so that every feature may meet every other.</summary>
    public static PathFeatures? Of(IReadOnlyList<IReadOnlyList<int>> interactions, int features)
    {
        if (interactions.Count == 0)
            return null;
        var named = interactions.SelectMany(group => group).ToHashSet();
        var alone = Enumerable.Range(0, features).Where(feature => !named.Contains(feature)).Select(feature => (IReadOnlyList<int>)[feature]);
        return new PathFeatures([.. interactions.Concat(alone).Select(group => Flags(group, features))], features);
    }

    public bool Allows(int feature) => _allowed[feature];

    public PathFeatures After(int feature) => new([.. _groups.Where(group => group[feature])], _allowed.Length);

    private static bool[] Flags(IReadOnlyList<int> group, int features)
    {
        var flags = new bool[features];
        foreach (var feature in group)
            flags[feature] = true;
        return flags;
    }
}
