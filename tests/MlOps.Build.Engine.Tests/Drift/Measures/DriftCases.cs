using System.Text.Json;
using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Tests.Drift.Measures;

/// <summary>Samples with what SciPy and the rules of Evidently say of them; Expected/measures.py makes them.</summary>
internal static class DriftCases
{
    private const double GoldenRatio = 0.6180339887498949;

    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Drift", "Expected", "measures.json"))).RootElement;

    public static IEnumerable<(string Name, DriftPair Pair, string Auto, Dictionary<string, double> Scores)> All() =>
        Cases("numbers", item => Pair(Doubles(item, "reference"), Doubles(item, "current")))
            .Concat(Cases("made", item => Pair(Made(item, "n", 0), Made(item, "m", item.GetProperty("shift").GetDouble()))))
            .Concat(Cases("categories", item => new DriftPair(Counts(item, "reference"), Counts(item, "current"))));

    public static DriftPair Pair(double[] reference, double[] current) => new(DriftSample.OfNumbers(reference), DriftSample.OfNumbers(current));

    public static double[] Made(int size, double slope, double shift)
    {
        var values = new double[size];
        for (var i = 0; i < size; i++)
        {
            var u = (i + 1) * GoldenRatio % 1;
            values[i] = u + (slope * (u * u * u)) + shift;
        }

        return values;
    }

    private static double[] Made(JsonElement item, string size, double shift) =>
        Made(item.GetProperty(size).GetInt32(), item.GetProperty("slope").GetDouble(), shift);

    private static IEnumerable<(string Name, DriftPair Pair, string Auto, Dictionary<string, double> Scores)> Cases(string group, Func<JsonElement, DriftPair> pair) =>
        Expected.GetProperty(group).EnumerateArray().Select(item => (
            item.GetProperty("name").GetString()!, pair(item), item.GetProperty("auto").GetString()!,
            item.GetProperty("scores").EnumerateObject().ToDictionary(score => score.Name, score => score.Value.GetDouble())));

    private static double[] Doubles(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static DriftSample Counts(JsonElement item, string name) =>
        DriftSample.OfCounts(item.GetProperty(name).EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetInt64()));
}
