using System.Numerics;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Forests;

/// <summary>The rows of a node by the bins of one feature. Only bins that have rows are looked at, so that small nodes cost little.</summary>
internal sealed class NodeBins
{
    private const int Words = 4;

    private readonly BinnedMatrix _matrix;
    private readonly ForestTargets _targets;
    private readonly float[] _weights;
    private readonly ulong[] _used = new ulong[Words];

    // By bin: rows, weight and sums.
    private readonly NodeSums[] _bins = new NodeSums[256];
    private readonly NodeSums _left;
    private readonly NodeSums _right;
    private readonly NodeSums _all;
    private readonly List<int> _values = [];
    private int _feature;
    private int _missingBin;

    public NodeBins(BinnedMatrix matrix, ForestTargets targets, float[] weights)
    {
        (_matrix, _targets, _weights) = (matrix, targets, weights);
        for (var i = 0; i < _bins.Length; i++)
            _bins[i] = new NodeSums(targets.Outputs);
        (_left, _right, _all) = (new NodeSums(targets.Outputs), new NodeSums(targets.Outputs), new NodeSums(targets.Outputs));
    }

    /// <summary>Whether all rows are in one bin.</summary>
    public bool AreOne => _values.Count + (HasMissing ? 1 : 0) < 2;

    /// <summary>What a cut's score is compared with: that of all rows together.</summary>
    public double Score => _all.Score;

    private bool HasMissing => _missingBin >= 0;

    public void Count(ReadOnlySpan<int> rows, int feature)
    {
        Clear();
        _feature = feature;
        var column = _matrix.Column(feature).Span;
        foreach (var row in rows)
        {
            var bin = column[row];
            _used[bin >> 6] |= 1UL << (bin & 63);
            _bins[bin].Add(_targets, row, _weights[row]);
        }

        List();
    }

    /// <summary>The best cut that leaves enough rows on each side.</summary>
    public ForestCut Best(int minRows)
    {
        var best = ForestCut.None;
        for (var side = 0; side < (HasMissing ? 2 : 1); side++)
        {
            var missingLeft = side == 1;
            _left.Clear();
            if (missingLeft)
                _left.Add(_bins[_missingBin]);
            for (var i = 0; i < _values.Count; i++)
            {
                _left.Add(_bins[_values[i]]);
                var cut = Judge(i, missingLeft, minRows);
                best = cut.Score > best.Score ? cut : best;
            }
        }

        return best;
    }

    /// <summary>One cut between the lowest and the highest bin, and a side for missing values, drawn.</summary>
    public ForestCut At(SeededRandom random, int minRows)
    {
        var missingLeft = HasMissing && random.Next(2) == 1;
        if (_values.Count == 1)
            return Cut(0, _matrix.Bins[_feature].ValueBins - 1, false, minRows);
        var bin = _values[0] + random.Next(_values[^1] - _values[0]);
        var last = _values.FindLastIndex(value => value <= bin);
        return Cut(last, bin, missingLeft, minRows);
    }

    private ForestCut Cut(int last, int bin, bool missingLeft, int minRows)
    {
        _left.Clear();
        if (missingLeft)
            _left.Add(_bins[_missingBin]);
        for (var i = 0; i <= last; i++)
            _left.Add(_bins[_values[i]]);
        return Judge(last, missingLeft, minRows) is { Feature: >= 0 } cut ? cut with { Bin = bin } : ForestCut.None;
    }

    // Between two bins that have rows the cut is in their middle; behind the last one there are missing values alone.
    private ForestCut Judge(int last, bool missingLeft, int minRows)
    {
        _right.Difference(_all, _left);
        if (_left.Rows < minRows || _right.Rows < minRows || _left.Weight <= 0 || _right.Weight <= 0)
            return ForestCut.None;
        var bin = last + 1 < _values.Count ? (_values[last] + _values[last + 1] - 1) / 2 : _matrix.Bins[_feature].ValueBins - 1;
        return new ForestCut(_left.Score + _right.Score, _feature, bin, HasMissing ? missingLeft : _left.Weight > _right.Weight);
    }

    private void Clear()
    {
        for (var word = 0; word < Words; word++)
        {
            for (var bits = _used[word]; bits != 0; bits &= bits - 1)
                _bins[(word * 64) + BitOperations.TrailingZeroCount(bits)].Clear();
            _used[word] = 0;
        }
    }

    private void List()
    {
        _values.Clear();
        _all.Clear();
        _missingBin = -1;
        var bins = _matrix.Bins[_feature];
        for (var word = 0; word < Words; word++)
        {
            for (var bits = _used[word]; bits != 0; bits &= bits - 1)
            {
                var bin = (word * 64) + BitOperations.TrailingZeroCount(bits);
                _all.Add(_bins[bin]);
                if (bins.HasMissing && bin == bins.ValueBins)
                    _missingBin = bin;
                else
                    _values.Add(bin);
            }
        }
    }
}
