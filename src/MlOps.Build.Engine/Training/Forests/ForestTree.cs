using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Trees.Binning;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Forests;

/// <summary>One tree of a forest, grown until its leaves are pure or as small as they may be; one thread's work.</summary>
internal sealed class ForestTree
{
    private readonly BinnedMatrix _matrix;
    private readonly ForestTargets _targets;
    private readonly ForestSettings _settings;
    private readonly SeededRandom _random;
    private readonly float[] _weights;
    private readonly int[] _rows;
    private readonly int[] _rights;
    private readonly int[] _features;
    private readonly NodeBins _bins;
    private readonly Tree _tree;
    private readonly List<double[]> _leaves = [];

    /// <param name="matrix">The training rows.</param>
    /// <param name="targets">What is averaged.</param>
    /// <param name="settings">How it is grown.</param>
    /// <param name="random">Where features and cuts are drawn from.</param>
    /// <param name="weights">How much each row counts; rows of 0 are not seen.</param>
    public ForestTree(BinnedMatrix matrix, ForestTargets targets, ForestSettings settings, SeededRandom random, float[] weights)
    {
        (_matrix, _targets, _settings, _random, _weights) = (matrix, targets, settings, random, weights);
        _rows = [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] > 0)];
        _rights = new int[_rows.Length];
        _features = [.. Enumerable.Range(0, matrix.Columns)];
        _bins = new NodeBins(matrix, targets, weights);
        _tree = new Tree { Outputs = targets.Outputs };
    }

    public Tree Grow()
    {
        var open = new Stack<ForestNode>();
        open.Push(new ForestNode(0, 0, _rows.Length, 0));
        _leaves.Add([]);
        while (open.TryPop(out var node))
        {
            var rows = _rows.AsSpan(node.Start, node.Count);
            if (MaySplit(node, rows) && Choose(rows) is { Feature: >= 0 } cut)
                Split(node, rows, cut, open);
            else
                _leaves[node.Leaf] = Values(rows);
        }

        _tree.LeafValues = [.. _leaves.SelectMany(values => values.Select(_targets.Rounded))];
        return _tree;
    }

    private bool MaySplit(ForestNode node, ReadOnlySpan<int> rows)
    {
        if (node.Depth >= _settings.MaxDepth || node.Count < _settings.MinSplitRows || node.Count < 2L * _settings.MinLeafRows)
            return false;
        foreach (var row in rows)
        {
            if (_targets.Label(row) != _targets.Label(rows[0]))
                return true;
        }

        return false;
    }

    // Features are drawn until enough of them have more than one value here, as scikit-learn does.
    private ForestCut Choose(ReadOnlySpan<int> rows)
    {
        var best = ForestCut.None;
        var tried = 0;
        for (var i = 0; i < _features.Length && tried < _settings.Features; i++)
        {
            var j = i + _random.Next(_features.Length - i);
            (_features[i], _features[j]) = (_features[j], _features[i]);
            _bins.Count(rows, _features[i]);
            if (_bins.AreOne)
                continue;
            tried++;
            var cut = _settings.DrawsCuts ? _bins.At(_random, _settings.MinLeafRows) : _bins.Best(_settings.MinLeafRows);
            best = cut.Score > best.Score ? cut : best;
        }

        return best;
    }

    private void Split(ForestNode node, Span<int> rows, ForestCut cut, Stack<ForestNode> open)
    {
        var bins = _matrix.Bins[cut.Feature];
        var leftBins = BinSet.UpTo(cut.Bin);
        if (cut.MissingLeft)
            leftBins = (bins.HasMissing ? leftBins.With(bins.ValueBins) : leftBins).With(FeatureBins.NeverSeen);
        var column = _matrix.Column(cut.Feature).Span;
        var (lefts, rights) = (0, 0);
        foreach (var row in rows)
        {
            if (leftBins.Contains(column[row]))
                rows[lefts++] = row;
            else
                _rights[rights++] = row;
        }

        _rights.AsSpan(0, rights).CopyTo(rows[lefts..]);
        _tree.Split(node.Leaf, cut.Feature, cut.Bin, cut.MissingLeft, leftBins, Math.Max(0, cut.Score - _bins.Score));
        open.Push(new ForestNode(_leaves.Count, node.Start + lefts, rights, node.Depth + 1));
        open.Push(node with { Count = lefts, Depth = node.Depth + 1 });
        _leaves.Add([]);
    }

    private double[] Values(ReadOnlySpan<int> rows)
    {
        var sums = new double[_targets.Outputs];
        var total = 0.0;
        foreach (var row in rows)
        {
            _targets.AddTo(sums, row, _weights[row]);
            total += _weights[row];
        }

        for (var k = 0; k < sums.Length; k++)
            sums[k] /= total * _settings.Trees;
        return sums;
    }
}
