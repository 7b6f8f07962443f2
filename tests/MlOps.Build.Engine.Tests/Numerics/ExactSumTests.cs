using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Numerics;

public sealed class ExactSumTests
{
    [Fact]
    public void The_order_of_the_values_does_not_change_the_sum()
    {
        var random = new SeededRandom(1);
        var values = Enumerable.Range(0, 10_001).Select(_ => (random.NextDouble() - 0.5) * (random.Next(100) == 0 ? 1e9 : 1)).ToArray();
        var sum = ExactSum.Of(values);
        for (var i = 0; i < 5; i++)
        {
            random.Shuffle<double>(values);
            ExactSum.Of(values).ShouldBe(sum);
        }
    }

    [Fact]
    public void The_weighted_mean_is_that_of_exact_arithmetic() =>
        ExactSum.Mean([1, 2, 4, -8], [1, 2, 3, 2]).ShouldBe(1.0 / 8);

    [Fact]
    public void Nothing_sums_to_zero_and_tiny_values_do_not_vanish()
    {
        ExactSum.Of([]).ShouldBe(0);
        ExactSum.Of([0, -0.0]).ShouldBe(0);
        ExactSum.Of([float.Epsilon, float.Epsilon]).ShouldBe(2.0 * float.Epsilon);
    }
}
