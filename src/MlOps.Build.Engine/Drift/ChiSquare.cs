using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift;

/// <summary>Pearson's chi-square test that two samples of counts come from one distribution.</summary>
/// <param name="Statistic">Σ (observed - expected)² / expected over both samples.</param>
/// <param name="PValue">Upper tail with one degree of freedom less than there are categories that one of the samples reaches.</param>
internal readonly record struct ChiSquare(double Statistic, double PValue)
{
    /// <summary>Null when the samples reach fewer than two categories.</summary>
    public static ChiSquare? Homogeneity(IReadOnlyList<long> reference, IReadOnlyList<long> current)
    {
        double first = reference.Sum(), second = current.Sum();
        var (statistic, degrees) = (0.0, -1);
        for (var k = 0; k < reference.Count; k++)
        {
            double both = reference[k] + current[k];
            if (both == 0)
                continue;
            degrees++;
            var (a, b) = (both * first / (first + second), both * second / (first + second));
            statistic += ((reference[k] - a) * (reference[k] - a) / a) + ((current[k] - b) * (current[k] - b) / b);
        }

        return degrees < 1 ? null : new ChiSquare(statistic, SpecialFunctions.GammaUpper(degrees / 2.0, statistic / 2));
    }
}
