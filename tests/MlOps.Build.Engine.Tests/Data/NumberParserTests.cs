using System.Globalization;
using System.Text;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Against the framework's parser, which rounds correctly (IEEE 754).</summary>
public sealed class NumberParserTests
{
    [Fact]
    public void Short_decimals_are_the_nearest_double()
    {
        var random = new SeededRandom(7);
        for (var i = 0; i < 200_000; i++)
        {
            var digits = (random.Next() % 1_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
            var cut = digits[..(1 + random.Next(digits.Length))];
            var text = (random.Next(2) == 0 ? "-" : "") + cut.Insert(random.Next(cut.Length + 1), ".");
            Float64(text).ShouldBe(double.Parse(text, CultureInfo.InvariantCulture), text);
        }
    }

    [Fact]
    public void Any_double_written_shortest_is_read_back_bit_for_bit()
    {
        var random = new SeededRandom(8);
        for (var i = 0; i < 100_000; i++)
        {
            var value = BitConverter.UInt64BitsToDouble(random.Next());
            if (!double.IsFinite(value))
                continue;
            var read = Float64(value.ToString("R", CultureInfo.InvariantCulture));
            BitConverter.DoubleToInt64Bits(read).ShouldBe(BitConverter.DoubleToInt64Bits(value));
        }
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("+INF")]
    [InlineData("1e400")]
    public void What_is_not_finite_is_told_apart(string text) =>
        NumberParser.Float64(Encoding.UTF8.GetBytes(text), out _).ShouldBe(ParseOutcome.NotFinite);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("1 2")]
    [InlineData("$5")]
    [InlineData("(5)")]
    [InlineData("1,000")]
    [InlineData("0x10")]
    [InlineData("٣")]
    public void What_is_no_number_is_a_mismatch(string text) =>
        NumberParser.Float64(Encoding.UTF8.GetBytes(text), out _).ShouldBe(ParseOutcome.Mismatch);

    [Fact]
    public void A_float32_is_rounded_once_from_the_text()
    {
        // Between two floats just above the middle: rounding to double first would land on the middle and then go the wrong way.
        const string text = "1.00000005960464477540";
        NumberParser.Float32(Encoding.UTF8.GetBytes(text), out var value).ShouldBe(ParseOutcome.Parsed);
        value.ShouldBe(float.Parse(text, CultureInfo.InvariantCulture));
        NumberParser.Float32("1e39"u8, out _).ShouldBe(ParseOutcome.NotFinite);
    }

    private static double Float64(string text)
    {
        NumberParser.Float64(Encoding.UTF8.GetBytes(text), out var value).ShouldBe(ParseOutcome.Parsed, text);
        return value;
    }
}
