using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// A range: each component is a normal distribution around its trial's place, cut at the ends, and the prior a wide one around the middle,
/// which a trial has, too, that did not search the dimension. A place's standard deviation is the larger distance to its neighbours,
/// between the width and a share of it that falls with the number of places (Bergstra et al., 2011, section 4).
/// </summary>
internal sealed class ParzenRange : IParzenDimension
{
    // The narrowest normal of many places has a hundredth of the interval's width.
    private const int MostNarrow = 100;

    private const double InverseSqrtTwoPi = 0.3989422804014327;

    private readonly SearchScale _scale;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _lowTails;
    private readonly double[] _masses;

    /// <param name="scale">The interval.</param>
    /// <param name="seen">Each trial's value; null when it did not search the dimension.</param>
    public ParzenRange(SearchScale scale, double?[] seen)
    {
        _scale = scale;
        var middle = scale.Low + (scale.Width / 2);
        _means = [.. seen.Select(value => value is { } own ? scale.Of(own) : middle), middle];
        _deviations = Deviations(seen);
        _lowTails = new double[_means.Length];
        _masses = new double[_means.Length];
        for (var i = 0; i < _means.Length; i++)
        {
            _lowTails[i] = NormalDistribution.Cumulative((scale.Low - _means[i]) / _deviations[i]);
            _masses[i] = NormalDistribution.Cumulative((scale.High - _means[i]) / _deviations[i]) - _lowTails[i];
        }
    }

    public double Draw(int component, SeededRandom random)
    {
        var tail = _lowTails[component] + (random.NextDouble() * _masses[component]);
        var place = _means[component] + (_deviations[component] * NormalDistribution.Quantile(tail));
        return _scale.ValueAt(Math.Clamp(place, _scale.Low, _scale.High));
    }

    /// <summary>The density at a number's place; the probability of what is rounded to a whole number.</summary>
    public double Weight(int component, double value)
    {
        var (low, high) = _scale.Around(value);
        var (mean, deviation, mass) = (_means[component], _deviations[component], _masses[component]);
        var z = (low - mean) / deviation;
        return low < high
            ? (NormalDistribution.Cumulative((high - mean) / deviation) - NormalDistribution.Cumulative(z)) / mass
            : InverseSqrtTwoPi * DeterministicMath.Exp(-0.5 * z * z) / (deviation * mass);
    }

    // The prior counts as a neighbour. Of equal places the outermost have distances.
    private double[] Deviations(double?[] seen)
    {
        int[] order = [.. Enumerable.Range(0, _means.Length).Where(i => i == seen.Length || seen[i] is not null).OrderBy(i => _means[i]).ThenBy(i => i)];
        var deviations = Enumerable.Repeat(_scale.Width, _means.Length).ToArray();
        var narrowest = _scale.Width / Math.Min(MostNarrow, order.Length + 1);
        for (var i = 0; i < order.Length; i++)
        {
            if (order[i] == seen.Length)
                continue;
            var left = i > 0 ? _means[order[i]] - _means[order[i - 1]] : 0;
            var right = i < order.Length - 1 ? _means[order[i + 1]] - _means[order[i]] : 0;
            deviations[order[i]] = Math.Clamp(Math.Max(left, right), narrowest, _scale.Width);
        }

        return deviations;
    }
}
