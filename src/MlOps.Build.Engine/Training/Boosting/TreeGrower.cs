using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// Grows trees leaf by leaf, the most useful split first. Of two new leaves only the smaller is counted; the other's histogram is what
/// remains of the parent's, which integers make exact.
/// </summary>
internal sealed class TreeGrower
{
    // Below so many additions a second thread costs more than it brings.
    private const int WorkForThreads = 60_000;

    private readonly BinnedMatrix _matrix;
    private readonly BoostingSettings _settings;
    private readonly QuantizedGradients _gradients;
    private readonly ThreadTeam _team;
    private readonly HistogramLayout _layout;
    private readonly HistogramPool _pool;
    private readonly SplitRules _rules;
    private readonly SplitCandidate[] _first;
    private readonly SplitCandidate[] _second;

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
        Partition = new RowPartition(matrix.Rows);
    }

    /// <summary>The rows of the last tree's leaves.</summary>
    public RowPartition Partition { get; }

    /// <summary>Grows one tree from the rows, on the features, both ascending. The leaves come in the order of their indices.</summary>
    public (Tree Tree, IReadOnlyList<Leaf> Leaves) Grow(ReadOnlySpan<int> rows, int[] features)
    {
        Partition.Reset(rows);
        var tree = new Tree();
        var root = new Leaf { Index = 0, Start = 0, Count = rows.Length, Depth = 0, Sums = _gradients.Sum(rows) };
        var leaves = new List<Leaf> { root };
        if (_rules.MaySplit(root.Count, root.Depth))
            CountAlone(root, features);
        while (leaves.Count < _settings.Leaves && MostUseful(leaves) is { } leaf)
            Divide(tree, leaves, leaf, features);
        foreach (var leaf in leaves)
            Release(leaf);
        tree.LeafValues = [.. leaves.Select(leaf => _rules.LeafValue(leaf.Sums))];
        return (tree, leaves);
    }

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

    private void Divide(Tree tree, List<Leaf> leaves, Leaf parent, int[] features)
    {
        var split = parent.Best;
        var lefts = Partition.Divide(parent, _matrix.Column(split.Feature), _matrix.Bins[split.Feature], split);
        var left = new Leaf
        {
            Index = parent.Index,
            Start = parent.Start,
            Count = lefts,
            Depth = parent.Depth + 1,
            Sums = split.Left,
        };
        var right = new Leaf
        {
            Index = leaves.Count,
            Start = parent.Start + lefts,
            Count = parent.Count - lefts,
            Depth = parent.Depth + 1,
            Sums = parent.Sums - split.Left,
        };
        tree.Split(left.Index, split);
        leaves[left.Index] = left;
        leaves.Add(right);
        if (leaves.Count < _settings.Leaves)
            FindSplits(parent, left, right, features);
        else
            Release(parent);
    }

    private void FindSplits(Leaf parent, Leaf left, Leaf right, int[] features)
    {
        var (smaller, larger) = left.Count <= right.Count ? (left, right) : (right, left);
        if (!_rules.MaySplit(larger.Count, larger.Depth))
        {
            Release(parent);
        }
        else if (parent.Histogram is null)
        {
            CountAlone(larger, features);
            if (_rules.MaySplit(smaller.Count, smaller.Depth))
                CountAlone(smaller, features);
        }
        else
        {
            CountBoth(parent, smaller, larger, features);
        }
    }

    private void CountAlone(Leaf leaf, int[] features)
    {
        var rented = _pool.Rent();
        var histogram = rented ?? new long[_layout.Length];
        leaf.Histogram = rented;
        InBlocks(leaf.Count, features, (from, to) =>
        {
            Count(histogram, leaf, features.AsSpan(from, to - from));
            for (var i = from; i < to; i++)
                _first[i] = Find(histogram, features[i], leaf);
        });
        leaf.Best = Choose(_first, features.Length);
        ReleaseUnlessUseful(leaf);
    }

    private void CountBoth(Leaf parent, Leaf smaller, Leaf larger, int[] features)
    {
        var rented = _pool.Rent();
        var counted = rented ?? new long[_layout.Length];
        var remaining = parent.Histogram!;
        parent.Histogram = null;
        smaller.Histogram = rented;
        larger.Histogram = remaining;
        var findSmaller = _rules.MaySplit(smaller.Count, smaller.Depth);
        InBlocks(smaller.Count, features, (from, to) =>
        {
            Count(counted, smaller, features.AsSpan(from, to - from));
            for (var i = from; i < to; i++)
            {
                Subtract(remaining, counted, features[i]);
                _first[i] = findSmaller ? Find(counted, features[i], smaller) : SplitCandidate.None;
                _second[i] = Find(remaining, features[i], larger);
            }
        });
        smaller.Best = Choose(_first, features.Length);
        larger.Best = Choose(_second, features.Length);
        ReleaseUnlessUseful(smaller);
        ReleaseUnlessUseful(larger);
    }

    private void InBlocks(int rows, int[] features, Action<int, int> work)
    {
        var additions = ((long)rows * features.Length) + (_layout.Length / 2);
        var blocks = additions < WorkForThreads ? 1 : Math.Min(_team.Threads, features.Length);
        _team.Each(blocks, block => work(features.Length * block / blocks, features.Length * (block + 1) / blocks));
    }

    private void Count(long[] histogram, Leaf leaf, ReadOnlySpan<int> features)
    {
        foreach (var feature in features)
            _layout.Of(histogram, feature).Clear();
        HistogramKernel.Add(histogram, _layout, _matrix, _gradients.Cells, Partition.Rows(leaf), features);
    }

    private void Subtract(long[] from, long[] what, int feature)
    {
        var remaining = _layout.Of(from, feature);
        var counted = _layout.Of(what, feature);
        for (var i = 0; i < remaining.Length; i++)
            remaining[i] -= counted[i];
    }

    private SplitCandidate Find(long[] histogram, int feature, Leaf leaf) =>
        SplitFinder.Best(_layout.Of(histogram, feature), _matrix.Bins[feature], feature, leaf.Sums, _rules);

    private static SplitCandidate Choose(SplitCandidate[] candidates, int count)
    {
        var best = SplitCandidate.None;
        for (var i = 0; i < count; i++)
        {
            if (candidates[i].Gain > best.Gain)
                best = candidates[i];
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
