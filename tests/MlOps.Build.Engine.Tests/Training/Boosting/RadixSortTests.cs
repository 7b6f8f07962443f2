using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Tests.Training.Boosting;

public sealed class RadixSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(5000)]
    public void Numbers_of_any_size_and_sign_come_in_the_runtimes_order(int count)
    {
        var random = new SeededRandom(count);
        var values = Enumerable.Range(0, count).Select(i => i % 50 == 0 ? Special[i / 50 % Special.Length] : (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(76) - 38))).ToArray();
        var expected = values.Order().ToArray();
        RadixSort.Sort(values, new float[count]);
        values.ShouldBe(expected);
    }

    private static readonly float[] Special =
        [0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, 1f];
}
