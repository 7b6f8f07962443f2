using MlOps.Build.Engine.Evaluation.Champions;
using MlOps.Build.Engine.Pipelines.Champions;

namespace MlOps.Build.Engine.Tests.Pipelines.Champions;

/// <summary>What a filter with false positives says of test rows.</summary>
public sealed class ChampionMemoryTests
{
    /// <summary>(312 - 0.00046 × 1500) / (1 - 0.00046) = 311.45.</summary>
    [Fact]
    public void False_positives_are_taken_away()
    {
        var overlap = ChampionMemory.Judge(312, 1500, 0.00046);
        overlap.Known.ShouldBe(312);
        overlap.Trained.ShouldBe(311);
        overlap.Share.ShouldBe(311.0 / 1500);
    }

    /// <summary>P(X >= 4), X ~ Bin(1500, 0.00046), is 0.0055; P(X >= 6) is 0.00008 (SciPy, binom.sf).</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(6, 5)]
    public void What_chance_explains_is_no_overlap(int known, int trained) =>
        ChampionMemory.Judge(known, 1500, 0.00046).Trained.ShouldBe(trained);

    [Fact]
    public void A_filter_that_knows_every_row_by_chance_says_nothing() => ChampionMemory.Judge(50, 50, 1).Trained.ShouldBe(0);

    [Fact]
    public void No_test_rows_are_no_share() => ChampionMemory.Judge(0, 0, 0.1).Share.ShouldBe(0);

    /// <summary>SciPy: binom.sf(3, 1500, 0.00046), binom.cdf(2, 10, 0.5), binom.pmf(500, 1000, 0.5).</summary>
    [Fact]
    public void Binomial_sums_are_SciPys()
    {
        Binomial.AtLeast(4, 1500, 0.00046).ShouldBe(0.005459631278211903, 1e-12);
        Binomial.AtMost(2, 10, 0.5).ShouldBe(0.0546875, 1e-15);
        Binomial.Exactly(500, 1000, 0.5).ShouldBe(0.025225018178360804, 1e-14);
        Binomial.AtMost(5, 5, 0.5).ShouldBe(1);
        Binomial.AtLeast(0, 5, 0.5).ShouldBe(1);
    }
}
