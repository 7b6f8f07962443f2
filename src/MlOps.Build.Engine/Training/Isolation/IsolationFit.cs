using System.Numerics;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Isolation;

/// <summary>Grows one tree: rows drawn without replacement, parted at random values of random features until they stand alone.</summary>
internal sealed class IsolationFit
{
    private readonly FeatureMatrix _features;
    private readonly SeededRandom _random;
    private readonly int[] _rows;
    private readonly int[] _candidates;
    private readonly int _maxDepth;
    private readonly IsolationTree _tree = new();

    private IsolationFit(FeatureMatrix features, int samples, SeededRandom random)
    {
        (_features, _random) = (features, random);
        _rows = Draw(features.Rows, samples, random);
        _candidates = [.. Enumerable.Range(0, features.Columns)];
        _maxDepth = BitOperations.Log2((uint)Math.Max(1, samples - 1)) + (samples > 1 ? 1 : 0);
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="features">The training rows.</param>
    /// <param name="samples">How many are drawn, at most all.</param>
    /// <param name="random">Of this tree alone.</param>
    public static IsolationTree Tree(FeatureMatrix features, int samples, SeededRandom random)
    {
        var fit = new IsolationFit(features, samples, random);
        fit.Grow(0, samples, 0);
        return fit._tree;
    }

    // Depth is at most the logarithm of the rows, so this may call itself.
    private int Grow(int first, int count, int depth)
    {
        var index = _tree.Nodes.Count;
        _tree.Nodes.Add(new IsolationNode(-1, 0, -1, -1, depth + PathLengths.Average(count)));
        if (depth >= _maxDepth || count < 2 || Cut(first, count) is not { } cut)
            return index;
        var left = Part(first, count, cut.Feature, cut.Threshold);
        var (yes, no) = (Grow(first, left, depth + 1), Grow(first + left, count - left, depth + 1));
        _tree.Nodes[index] = new IsolationNode(cut.Feature, cut.Threshold, yes, no, 0);
        return index;
    }

    // Features are tried in a drawn order until one is not the same in all rows, so each that varies is as likely.
    private (int Feature, float Threshold)? Cut(int first, int count)
    {
        for (var left = _candidates.Length; left > 0; left--)
        {
            var pick = _random.Next(left);
            var feature = _candidates[pick];
            (_candidates[pick], _candidates[left - 1]) = (_candidates[left - 1], feature);
            var (least, most) = Range(first, count, feature);
            if (least == most)
                continue;
            var threshold = (float)(least + (_random.NextDouble() * ((double)most - least)));
            return (feature, threshold >= most ? least : threshold);
        }

        return null;
    }

    private (float Least, float Most) Range(int first, int count, int feature)
    {
        var (least, most) = (float.PositiveInfinity, float.NegativeInfinity);
        for (var i = first; i < first + count; i++)
        {
            var value = _features.Row(_rows[i])[feature];
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return (least, most);
    }

    private int Part(int first, int count, int feature, float threshold)
    {
        var left = first;
        for (var i = first; i < first + count; i++)
        {
            if (_features.Row(_rows[i])[feature] > threshold)
                continue;
            (_rows[left], _rows[i]) = (_rows[i], _rows[left]);
            left++;
        }

        return left - first;
    }

    // The first of a shuffle.
    private static int[] Draw(int rows, int samples, SeededRandom random)
    {
        int[] all = [.. Enumerable.Range(0, rows)];
        for (var i = 0; i < samples; i++)
        {
            var j = i + random.Next(rows - i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all[..samples];
    }
}
