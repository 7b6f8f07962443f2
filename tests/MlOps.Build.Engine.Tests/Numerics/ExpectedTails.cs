using System.Text.Json;

namespace MlOps.Build.Engine.Tests.Numerics;

/// <summary>SciPy's values; see <c>Expected/make_tails.py</c>.</summary>
internal static class ExpectedTails
{
    private static readonly JsonElement Root = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Numerics", "Expected", "tails.json"))).RootElement;

    public static JsonElement Corrected => Root.GetProperty("corrected");

    /// <summary>Rows of arguments followed by the value.</summary>
    public static IEnumerable<double[]> Rows(string name) =>
        Root.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(item => item.GetDouble()).ToArray());

    public static void ShouldBeClose(double actual, double expected, string what) =>
        Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo((1e-10 * Math.Abs(expected)) + 1e-14, what);
}
