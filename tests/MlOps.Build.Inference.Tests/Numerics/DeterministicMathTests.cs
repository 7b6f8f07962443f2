using System.Globalization;

namespace MlOps.Build.Inference.Tests.Numerics;

public sealed class DeterministicMathTests
{
    // Expected/make_math.py: 60-digit decimal arithmetic, rounded once.
    [Theory]
    [InlineData("exp", 1.0)]
    [InlineData("log", 1.0)]
    [InlineData("log1p", 1.5)]
    [InlineData("sigmoid", 2.0)]
    public void Results_are_within_the_stated_ulps_of_sixty_digit_arithmetic(string function, double limit)
    {
        var cases = Cases(function).ToList();
        cases.Count.ShouldBeGreaterThan(400);
        foreach (var (x, expected) in cases)
            Ulps(Call(function, x), expected).ShouldBeLessThanOrEqualTo(limit, $"{function}({x:R})");
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("log")]
    [InlineData("sigmoid")]
    public void Results_agree_with_the_C_library_to_a_few_parts_in_ten_to_the_fifteen(string function)
    {
        foreach (var (x, _) in Cases(function))
        {
            var library = function switch
            {
                "exp" => Math.Exp(x),
                "log" => Math.Log(x),
                _ => x < -36 ? Math.Exp(x) : 1 / (1 + Math.Exp(-x)),
            };
            Call(function, x).ShouldBe(library, (1e-15 * Math.Abs(library)) + double.Epsilon, $"{function}({x:R})");
        }
    }

    [Fact]
    public void Special_values_are_those_of_IEEE_754()
    {
        DeterministicMath.Exp(double.NegativeInfinity).ShouldBe(0);
        DeterministicMath.Exp(double.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        DeterministicMath.Exp(709.8).ShouldBe(double.PositiveInfinity);
        DeterministicMath.Exp(-746).ShouldBe(0);
        DeterministicMath.Exp(0).ShouldBe(1);
        double.IsNaN(DeterministicMath.Exp(double.NaN)).ShouldBeTrue();
        DeterministicMath.Log(0).ShouldBe(double.NegativeInfinity);
        DeterministicMath.Log(1).ShouldBe(0);
        DeterministicMath.Log(double.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        double.IsNaN(DeterministicMath.Log(-1)).ShouldBeTrue();
        double.IsNaN(DeterministicMath.Log(double.NaN)).ShouldBeTrue();
        DeterministicMath.Log1p(0).ShouldBe(0);
        double.IsNegative(DeterministicMath.Log1p(-0.0)).ShouldBeTrue();
        DeterministicMath.Log1p(-1).ShouldBe(double.NegativeInfinity);
        DeterministicMath.Log1p(double.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        double.IsNaN(DeterministicMath.Log1p(-1.5)).ShouldBeTrue();
        DeterministicMath.Sigmoid(double.NegativeInfinity).ShouldBe(0);
        DeterministicMath.Sigmoid(double.PositiveInfinity).ShouldBe(1);
        DeterministicMath.Sigmoid(0).ShouldBe(0.5);
        double.IsNaN(DeterministicMath.Sigmoid(double.NaN)).ShouldBeTrue();
    }

    [Fact]
    public void Softmax_sums_to_one_and_survives_large_scores()
    {
        double[] scores = [1000, 1001, 999];
        DeterministicMath.Softmax(scores);
        // e^-1, 1 and e^-2 over their sum, by hand: 0.24472847105479767, 0.6652409557748219, 0.09003057317038046.
        scores[0].ShouldBe(0.24472847105479767, 1e-16);
        scores[1].ShouldBe(0.6652409557748219, 1.2e-16);
        scores[2].ShouldBe(0.09003057317038046, 1e-16);
        DeterministicMath.Softmax([]);
    }

    private static double Call(string function, double x) => function switch
    {
        "exp" => DeterministicMath.Exp(x),
        "log" => DeterministicMath.Log(x),
        "log1p" => DeterministicMath.Log1p(x),
        _ => DeterministicMath.Sigmoid(x),
    };

    private static double Ulps(double actual, double expected) =>
        Math.Abs(BitConverter.DoubleToInt64Bits(actual) - BitConverter.DoubleToInt64Bits(expected));

    private static IEnumerable<(double X, double Expected)> Cases(string function) =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Expected", "math.csv"))
        let fields = line.Split(',')
        where fields[0] == function
        select (FromBits(fields[1]), FromBits(fields[2]));

    private static double FromBits(string hex) =>
        BitConverter.UInt64BitsToDouble(ulong.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
