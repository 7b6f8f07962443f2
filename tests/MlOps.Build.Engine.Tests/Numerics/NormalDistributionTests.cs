using System.Text.Json;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Numerics;

/// <summary>Against SciPy; see <c>Expected/make_normal.py</c>.</summary>
public sealed class NormalDistributionTests
{
    [Fact]
    public void Probabilities_are_scipys()
    {
        foreach (var (x, expected) in Expected("cumulative"))
            NormalDistribution.Cumulative(x).ShouldBe(expected, (3e-13 * expected) + 1e-300, $"at {x}");
    }

    [Fact]
    public void Quantiles_are_scipys()
    {
        foreach (var (p, expected) in Expected("quantile"))
            NormalDistribution.Quantile(p).ShouldBe(expected, Math.Max(1e-15, 2e-14 * Math.Abs(expected)), $"at {p}");
    }

    [Fact]
    public void Ends_and_nonsense_have_their_values()
    {
        NormalDistribution.Quantile(0).ShouldBe(double.NegativeInfinity);
        NormalDistribution.Quantile(1).ShouldBe(double.PositiveInfinity);
        NormalDistribution.Quantile(1.5).ShouldBe(double.NaN);
        NormalDistribution.Quantile(double.NaN).ShouldBe(double.NaN);
        NormalDistribution.Cumulative(double.NaN).ShouldBe(double.NaN);
        NormalDistribution.Cumulative(double.NegativeInfinity).ShouldBe(0);
        NormalDistribution.Cumulative(double.PositiveInfinity).ShouldBe(1);
        NormalDistribution.TwoSided(0).ShouldBe(1);
        NormalDistribution.TwoSided(-1.959963984540054).ShouldBe(0.05, 1e-15);
    }

    private static (double X, double Y)[] Expected(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Numerics", "Expected", "normal.json");
        return [.. JsonSerializer.Deserialize<Dictionary<string, double[][]>>(File.ReadAllText(path))![name].Select(pair => (pair[0], pair[1]))];
    }
}
