using System.Numerics;
using System.Runtime.InteropServices;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Trees.Binning;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>
/// Grows trees leaf by leaf, the most useful split first. Of two new leaves only the smaller is counted; the other's histogram is what
/// remains of the parent's, which integers make exact.
/// </summary>
internal sealed class TreeGrower
{
    // Below so many additions a second thread costs more than it brings.
    private const int WorkForThreads = 10_000;

    private readonly BinnedMatrix _matrix;
    private readonly BoostingSettings _settings;
    private readonly QuantizedGradients _gradients;
    private readonly ThreadTeam _team;
    private readonly HistogramLayout _layout;
    private readonly HistogramPool _pool;
    private readonly SplitRules _rules;
    private readonly PathFeatures? _path;
    private readonly SplitCandidate[] _first;
    private readonly SplitCandidate[] _second;
    private FeatureGroup[]? _allGroups;

    public TreeGrower(BinnedMatrix matrix, BoostingSettings settings, QuantizedGradients gradients, ThreadTeam team)
    {
        _matrix = matrix;
        _settings = settings;
        _gradients = gradients;
        _team = team;
        _layout = new HistogramLayout(matrix.Bins);
        _pool = new HistogramPool(_layout.Length);
        _rules = new SplitRules(settings, gradients);
        _first = new SplitCandidate[matrix.Columns];
        _second = new SplitCandidate[matrix.Columns];
        _path = PathFeatures.Of(settings.Interactions, matrix.Columns);
        Partition = new RowPartition(matrix.Rows, team);
    }

    /// <summary>The rows of the last tree's leaves.</summary>
    public RowPartition Partition { get; }

    /// <summary>Grows one tree from the rows, on the features of the groups, both ascending. The leaves come in the order of their indices.</summary>
    public (Tree Tree, IReadOnlyList<Leaf> Leaves) Grow(ReadOnlySpan<int> rows, int[] features)
    {
        Partition.Reset(rows);
        var groups = GroupsOf(features);
        var tree = new Tree();
        var root = new Leaf
        {
            Index = 0,
            Start = 0,
            Count = rows.Length,
            Depth = 0,
            Sums = _gradients.Sum(rows),
            Bounds = ValueBounds.None,
            Path = _path,
        };
        var leaves = new List<Leaf> { root };
        if (_rules.MaySplit(root.Count, root.Depth))
            CountAlone(root, groups);
        while (leaves.Count < _settings.Leaves && MostUseful(leaves) is { } leaf)
            Divide(tree, leaves, leaf, groups);
        foreach (var leaf in leaves)
            Release(leaf);
        tree.LeafValues = [.. leaves.Select(_rules.LeafValue)];
        return (tree, leaves);
    }

    // Most forests draw no features, and every tree has them all.
    private FeatureGroup[] GroupsOf(int[] features) =>
        features.Length == _matrix.Columns
            ? _allGroups ??= FeatureGroup.Of(_matrix, features, _gradients.Packing)
            : FeatureGroup.Of(_matrix, features, _gradients.Packing);

    /// <summary>A value of a leaf as the model holds it: within the leaf's bounds, learning rate included.</summary>
    public float Scaled(Leaf leaf, double value) => _rules.Scaled(leaf, value);

    private static Leaf? MostUseful(List<Leaf> leaves)
    {
        Leaf? best = null;
        foreach (var leaf in leaves)
        {
            if (leaf.Best.Exists && (best is null || leaf.Best.Gain > best.Best.Gain))
                best = leaf;
        }

        return best;
    }

    private void Divide(Tree tree, List<Leaf> leaves, Leaf parent, FeatureGroup[] groups)
    {
        var split = parent.Best;
        var leftBins = split.LeftBins(_matrix.Bins[split.Feature]);
        var lefts = Partition.Divide(parent, _matrix.Column(split.Feature), leftBins);
        var (leftBounds, rightBounds) = _rules.Bounds(parent);
        var path = parent.Path?.After(split.Feature);
        var left = new Leaf
        {
            Index = parent.Index,
            Start = parent.Start,
            Count = lefts,
            Depth = parent.Depth + 1,
            Sums = split.Left,
            Bounds = leftBounds,
            Path = path,
        };
        var right = new Leaf
        {
            Index = leaves.Count,
            Start = parent.Start + lefts,
            Count = parent.Count - lefts,
            Depth = parent.Depth + 1,
            Sums = parent.Sums - split.Left,
            Bounds = rightBounds,
            Path = path,
        };
        tree.Split(left.Index, split.Feature, split.Bin, split.MissingLeft, leftBins, split.Gain);
        leaves[left.Index] = left;
        leaves.Add(right);
        if (leaves.Count < _settings.Leaves)
            FindSplits(parent, left, right, groups);
        else
            Release(parent);
    }

    private void FindSplits(Leaf parent, Leaf left, Leaf right, FeatureGroup[] groups)
    {
        var (smaller, larger) = left.Count <= right.Count ? (left, right) : (right, left);
        if (!_rules.MaySplit(larger.Count, larger.Depth))
        {
            Release(parent);
        }
        else if (parent.Histogram is null)
        {
            CountAlone(larger, groups);
            if (_rules.MaySplit(smaller.Count, smaller.Depth))
                CountAlone(smaller, groups);
        }
        else
        {
            CountBoth(parent, smaller, larger, groups);
        }
    }

    private void CountAlone(Leaf leaf, FeatureGroup[] groups)
    {
        var rented = _pool.Rent();
        var histogram = rented ?? new long[_layout.Length];
        leaf.Histogram = rented;
        InGroups(leaf.Count, groups, group =>
        {
            Count(histogram, leaf, group);
            foreach (var feature in group.Features)
                _first[feature] = Find(histogram, feature, leaf);
        });
        leaf.Best = Choose(_first, groups);
        ReleaseUnlessUseful(leaf);
    }

    private void CountBoth(Leaf parent, Leaf smaller, Leaf larger, FeatureGroup[] groups)
    {
        var rented = _pool.Rent();
        var counted = rented ?? new long[_layout.Length];
        var remaining = parent.Histogram!;
        parent.Histogram = null;
        smaller.Histogram = rented;
        larger.Histogram = remaining;
        var findSmaller = _rules.MaySplit(smaller.Count, smaller.Depth);
        InGroups(smaller.Count, groups, group =>
        {
            Count(counted, smaller, group);
            foreach (var feature in group.Features)
            {
                Subtract(_layout.Of(remaining, feature), _layout.Of(counted, feature));
                _first[feature] = findSmaller ? Find(counted, feature, smaller) : SplitCandidate.None;
                _second[feature] = Find(remaining, feature, larger);
            }
        });
        smaller.Best = Choose(_first, groups);
        larger.Best = Choose(_second, groups);
        ReleaseUnlessUseful(smaller);
        ReleaseUnlessUseful(larger);
    }

    private void InGroups(int rows, FeatureGroup[] groups, Action<FeatureGroup> work)
    {
        var additions = ((long)rows * _matrix.Columns) + (_layout.Length / 2);
        if (additions < WorkForThreads)
        {
            foreach (var group in groups)
                work(group);
            return;
        }

        _team.Each(groups.Length, i => work(groups[i]));
    }

    private void Count(long[] histogram, Leaf leaf, FeatureGroup group)
    {
        group.Counter.Count(_gradients.Cells, Partition.Rows(leaf));
        for (var i = 0; i < group.Features.Length; i++)
            group.Counter.CopyTo(i, _layout.Of(histogram, group.Features[i]));
    }

    private static void Subtract(Span<long> from, ReadOnlySpan<long> what)
    {
        var wide = MemoryMarshal.Cast<long, Vector<long>>(from);
        var others = MemoryMarshal.Cast<long, Vector<long>>(what);
        for (var i = 0; i < wide.Length; i++)
            wide[i] -= others[i];
        for (var i = wide.Length * Vector<long>.Count; i < from.Length; i++)
            from[i] -= what[i];
    }

    private SplitCandidate Find(long[] histogram, int feature, Leaf leaf) =>
        SplitFinder.Best(_layout.Of(histogram, feature), _matrix.Bins[feature], feature, leaf, _rules);

    private static SplitCandidate Choose(SplitCandidate[] candidates, FeatureGroup[] groups)
    {
        var best = SplitCandidate.None;
        foreach (var group in groups)
        {
            foreach (var feature in group.Features)
            {
                if (candidates[feature].Gain > best.Gain)
                    best = candidates[feature];
            }
        }

        return best;
    }

    private void ReleaseUnlessUseful(Leaf leaf)
    {
        if (!leaf.Best.Exists)
            Release(leaf);
    }

    private void Release(Leaf leaf)
    {
        _pool.Return(leaf.Histogram);
        leaf.Histogram = null;
    }
}
