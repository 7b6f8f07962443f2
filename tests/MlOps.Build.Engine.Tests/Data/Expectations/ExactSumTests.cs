using System.Numerics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

public sealed class ExactSumTests
{
    [Fact]
    public void Sums_lose_nothing_whatever_the_order()
    {
        double[] values = [1e300, 1, double.Epsilon, -1e300, 1e-300, -1, 5e-324, 0.1, double.MaxValue, -double.MaxValue];
        var forward = Sum(values);
        var backward = Sum(values.Reverse());

        forward.ShouldBe(backward);
        forward.ShouldBe(values.Aggregate(BigInteger.Zero, (sum, value) => sum + Scaled(value)));
        ExactRatio.Of(forward, 1, ExactAccumulator.Scale).ShouldBe(0.1);
    }

    [Fact]
    public void Squares_lose_nothing()
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, 500).Select(_ => (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-600, 500))).ToArray();
        var accumulator = new ExactAccumulator();
        foreach (var value in values)
            accumulator.AddSquare(value);

        accumulator.Total().ShouldBe(values.Aggregate(BigInteger.Zero, (sum, value) => sum + (Scaled(value) * Scaled(value) >> -ExactAccumulator.Scale)));
    }

    [Theory]
    [InlineData(1, 3, 0, 1.0 / 3)]
    [InlineData(-2, 3, 0, -2.0 / 3)]
    [InlineData(1, 1, -1074, double.Epsilon)]
    [InlineData(1, 2, -1074, 0)]
    [InlineData(3, 2, -1074, 2 * double.Epsilon)]
    [InlineData(9007199254740993, 1, 0, 9007199254740992.0)]
    [InlineData(9007199254740995, 1, 0, 9007199254740996.0)]
    [InlineData(0, 7, 5, 0)]
    public void Quotients_are_rounded_once(long numerator, long denominator, int exponent, double expected) =>
        ExactRatio.Of(numerator, denominator, exponent).ShouldBe(expected);

    private static BigInteger Sum(IEnumerable<double> values)
    {
        var accumulator = new ExactAccumulator();
        foreach (var value in values)
            accumulator.Add(value);
        return accumulator.Total();
    }

    // Every double is a whole number of units of 2^Scale.
    private static BigInteger Scaled(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52 & 0x7FF);
        var mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        var whole = (BigInteger)(exponent == 0 ? mantissa : mantissa | 1L << 52) << ((exponent == 0 ? -1074 : exponent - 1075) - ExactAccumulator.Scale);
        return value < 0 ? -whole : whole;
    }
}
