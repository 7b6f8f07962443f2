using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// A density over an interval: one normal distribution around each point, cut at the interval's ends, and a wide one around its middle, all
/// with the same weight. A point's standard deviation is the larger distance to its neighbours, between the interval's width and a
/// share of it that falls with the number of points (Bergstra et al., 2011, Algorithms for hyper-parameter optimization, section 4).
/// </summary>
internal sealed class ParzenEstimator
{
    // The narrowest normal of many points has a hundredth of the interval's width.
    private const int MostNarrow = 100;

    private const double InverseSqrtTwoPi = 0.3989422804014327;

    private readonly double _low;
    private readonly double _high;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _lowTails;
    private readonly double[] _masses;

    public ParzenEstimator(IEnumerable<double> points, double low, double high)
    {
        (_low, _high) = (low, high);
        var middle = low + ((high - low) / 2);
        _means = [.. points.Append(middle).Order()];
        _deviations = Deviations(Array.IndexOf(_means, middle));
        _lowTails = new double[_means.Length];
        _masses = new double[_means.Length];
        for (var i = 0; i < _means.Length; i++)
        {
            _lowTails[i] = NormalDistribution.Cumulative((low - _means[i]) / _deviations[i]);
            _masses[i] = NormalDistribution.Cumulative((high - _means[i]) / _deviations[i]) - _lowTails[i];
        }
    }

    /// <summary>A place drawn from the density.</summary>
    public double Draw(SeededRandom random)
    {
        var i = random.Next(_means.Length);
        var tail = _lowTails[i] + (random.NextDouble() * _masses[i]);
        return Math.Clamp(_means[i] + (_deviations[i] * NormalDistribution.Quantile(tail)), _low, _high);
    }

    /// <summary>The density at a place within the interval; above 0.</summary>
    public double Density(double place)
    {
        var terms = new double[_means.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var z = (place - _means[i]) / _deviations[i];
            terms[i] = InverseSqrtTwoPi * DeterministicMath.Exp(-0.5 * z * z) / (_deviations[i] * _masses[i]);
        }

        return FixedSum.Sum(terms) / terms.Length;
    }

    /// <summary>The probability of a part of the interval; above 0 when the part has a width.</summary>
    public double Mass(double from, double to)
    {
        var terms = new double[_means.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var (below, above) = ((from - _means[i]) / _deviations[i], (to - _means[i]) / _deviations[i]);
            terms[i] = (NormalDistribution.Cumulative(above) - NormalDistribution.Cumulative(below)) / _masses[i];
        }

        return FixedSum.Sum(terms) / terms.Length;
    }

    private double[] Deviations(int middle)
    {
        var width = _high - _low;
        var narrowest = width / Math.Min(MostNarrow, _means.Length + 1);
        var deviations = new double[_means.Length];
        for (var i = 0; i < deviations.Length; i++)
        {
            var left = i > 0 ? _means[i] - _means[i - 1] : 0;
            var right = i < deviations.Length - 1 ? _means[i + 1] - _means[i] : 0;
            deviations[i] = Math.Clamp(Math.Max(left, right), narrowest, width);
        }

        deviations[middle] = width;
        return deviations;
    }
}
