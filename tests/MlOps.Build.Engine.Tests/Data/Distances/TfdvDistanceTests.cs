using MlOps.Build.Engine.Data.Validation.Distances;

namespace MlOps.Build.Engine.Tests.Data.Distances;

/// <summary>The cases of TensorFlow Data Validation's own test, <c>anomalies/metrics_test.cc</c> at 710b32f, with its values and its tolerance.</summary>
public sealed class TfdvDistanceTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("hello 1 world 9", "hello 3 world 7", 0.2)]
    [InlineData("b 9 c 1", "a 3 b 7", 0.3)]
    [InlineData("a 3 b 7", "b 9 c 1", 0.3)]
    public void Infinity_norm(string left, string right, double expected) =>
        ValueShares.InfinityNorm(Counts(left), Counts(right)).Distance.ShouldBe(expected, Tolerance);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("hello 1 world 9", "hello 3 world 7", 0.1)]
    [InlineData("hello 1 world 5", "hello 10 world 50", 0.68181818)]
    public void Normalized_absolute_difference(string left, string right, double expected) =>
        ValueShares.NormalizedAbsDifference(Counts(left), Counts(right)).Distance.ShouldBe(expected, Tolerance);

    [Theory]
    [InlineData("b 2 a 2 c 1", "b 2 a 2 c 1", 0)]
    [InlineData("b 2 a 2 c 1", "a 2 Z 1 Y 1 X 1", 0.6)]
    public void Divergence_of_values(string left, string right, double expected) =>
        ValueShares.JensenShannonDivergence(Counts(left), Counts(right)).ShouldBe(expected, Tolerance);

    [Theory]
    [InlineData("1 2 3: 2 2", "1 2 3: 2 2", 0)]
    [InlineData("1 2 3: 2 2", "2 4 6: 2 2", 0.65563906222)]
    [InlineData("0 1 2: 2 2", "3 4 6: 2 2", 1)]
    [InlineData("1 1: 4", "2 4 6: 2 2", 1)]
    [InlineData("1 1: 4", "2.33 2.33: 4", 1)]
    [InlineData("1 1: 4", "1 1: 9", 0)]
    [InlineData("10 10: 21", "0 4 12 20: 150 200 20", 1)]
    public void Divergence_of_numbers_in_bins(string left, string right, double expected)
    {
        NumberBins.JensenShannonDivergence(Bins(left), Bins(right)).ShouldBe(expected, Tolerance);
        NumberBins.JensenShannonDivergence(Bins(right), Bins(left)).ShouldBe(expected, Tolerance);
    }

    private static Dictionary<string, long> Counts(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, words.Length / 2).ToDictionary(i => words[2 * i], i => long.Parse(words[(2 * i) + 1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static NumberBins Bins(string text)
    {
        var parts = text.Split(": ");
        return new NumberBins(Array.ConvertAll(parts[0].Split(' '), Number), [.. parts[1].Split(' ').Select(count => (long)Number(count))]);
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
