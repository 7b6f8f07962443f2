using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Tests.Training;

public sealed class FeatureBinsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_bin_and_the_comparison_with_its_threshold_always_agree(int seed)
    {
        var random = new SeededRandom(seed);
        var values = Enumerable.Range(0, 4000).Select(_ => Value(random)).ToArray();
        var bins = FeatureBins.Of((float[])values.Clone(), 255);
        bins.Count.ShouldBeLessThanOrEqualTo(255);
        foreach (var value in values.Concat(Enumerable.Range(0, 500).Select(_ => Value(random))).Where(value => !float.IsNaN(value)))
        {
            var bin = bins.BinOf(value);
            (value <= bins.Threshold(bin)).ShouldBeTrue();
            if (bin > 0)
                (value <= bins.Threshold(bin - 1)).ShouldBeFalse();
        }
    }

    [Fact]
    public void Neighbouring_float32_values_get_bins_of_their_own()
    {
        float[] values = [1, float.BitIncrement(1), 2, float.PositiveInfinity, float.NegativeInfinity, -0f, 0f];
        var bins = FeatureBins.Of((float[])values.Clone(), 255);
        bins.Count.ShouldBe(6);
        values.Select(bins.BinOf).ShouldBe([2, 3, 4, 5, 0, 1, 1]);
    }

    [Fact]
    public void A_missing_value_has_a_bin_only_where_training_rows_lack_one()
    {
        FeatureBins.Of(new float[] { 1, float.NaN, 2 }, 255).BinOf(float.NaN).ShouldBe((byte)2);
        FeatureBins.Of(new float[] { 1, 2 }, 255).BinOf(float.NaN).ShouldBe(FeatureBins.NeverSeen);
    }

    [Fact]
    public void Bins_hold_about_as_many_rows_each_and_a_frequent_value_has_its_own()
    {
        var values = Enumerable.Range(0, 10_000).Select(i => i < 4000 ? -1f : i).ToArray();
        var bins = FeatureBins.Of((float[])values.Clone(), 16);
        var counts = values.GroupBy(bins.BinOf).OrderBy(group => group.Key).Select(group => group.Count()).ToArray();
        counts.Length.ShouldBe(16);
        counts[0].ShouldBe(4000);
        counts[1..].ShouldAllBe(count => count >= 390 && count <= 410);
    }

    private static float Value(SeededRandom random) => random.Next(5) switch
    {
        0 => random.Next(10),
        1 => float.NaN,
        2 => (float)(random.NextDouble() * 1e-40),
        3 => (float)((random.NextDouble() - 0.5) * 1e38),
        _ => (float)random.NextDouble(),
    };
}
