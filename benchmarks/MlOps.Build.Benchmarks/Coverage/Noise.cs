using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Benchmarks.Coverage;

/// <summary>Standard normal noise: independent, shared within groups, or of a first-order autoregression.</summary>
/// <param name="random">The draws.</param>
/// <param name="dependence">1 for independent; rows a group; -1 for an autoregression.</param>
/// <param name="common">The correlation of the noise of two rows of a group.</param>
internal sealed class Noise(SeededRandom random, int dependence, double common)
{
    // Neighbours correlate with 0.7, so that 20 rows on less than a thousandth is left.
    private const double Memory = 0.7;

    private double _shared;
    private int _row;

    public static double Gauss(SeededRandom random)
    {
        // Box and Muller (1958), one of the pair.
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    public double Next()
    {
        if (dependence == 1)
            return Gauss(random);
        if (dependence < 0)
            return _shared = _row++ == 0 ? Gauss(random) : (Memory * _shared) + (Math.Sqrt(1 - (Memory * Memory)) * Gauss(random));
        if (_row++ % dependence == 0)
            _shared = Gauss(random);
        return (Math.Sqrt(common) * _shared) + (Math.Sqrt(1 - common) * Gauss(random));
    }
}
