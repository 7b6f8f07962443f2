using System.Text.Json;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Drift;

namespace MlOps.Build.Engine.Tests.Drift;

/// <summary>Against SciPy and NumPy; Expected/drift.py makes the values.</summary>
public sealed class DriftMeasureTests
{
    private const double Close = 1e-12;

    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Drift", "Expected", "drift.json"))).RootElement;

    [Fact]
    public void The_stability_index_and_the_Jensen_Shannon_distance_and_the_test_are_those_of_SciPy()
    {
        foreach (var item in Expected.GetProperty("counts").EnumerateArray())
        {
            long[] reference = Longs(item, "reference"), current = Longs(item, "current");
            PopulationStability.Index(reference, current).ShouldBe(Number(item, "psi"), Close);
            JensenShannon.Distance(reference, current).ShouldBe(Number(item, "jensenShannon"), 1e-9);
            var test = ChiSquare.Homogeneity(reference, current).ShouldNotBeNull();
            test.Statistic.ShouldBe(Number(item, "chiSquare"), Math.Max(Close, Number(item, "chiSquare") * 1e-12));
            test.PValue.ShouldBe(Number(item, "p"), 1e-10);
        }
    }

    [Fact]
    public void The_distance_of_the_distribution_functions_is_that_of_SciPy()
    {
        foreach (var item in Expected.GetProperty("values").EnumerateArray())
            KolmogorovSmirnov.Distance(Sorted(item, "reference"), Sorted(item, "current")).ShouldBe(Number(item, "ks"), Close);
    }

    [Fact]
    public void Bins_are_the_deciles_of_NumPy_and_hold_as_many_rows()
    {
        foreach (var item in Expected.GetProperty("values").EnumerateArray())
        {
            var bins = Bins.Of(Column(item, "reference"));
            bins.Edges.ShouldBe(Doubles(item, "edges"));
            bins.Counts.ShouldBe([.. Longs(item, "referenceCounts"), 0]);
            Bins.Count(bins, Column(item, "current")).ShouldBe([.. Longs(item, "currentCounts"), 0]);
            Bins.AreWhole(bins).ShouldBeTrue();
        }
    }

    [Fact]
    public void At_the_ends_of_bins_the_distance_is_at_most_that_of_the_values()
    {
        foreach (var item in Expected.GetProperty("values").EnumerateArray())
        {
            var atEdges = KolmogorovSmirnov.AtEdges(Longs(item, "referenceCounts"), Longs(item, "currentCounts")).ShouldNotBeNull();
            atEdges.ShouldBeInRange(0, Number(item, "ks") + Close);
        }
    }

    private static Float64Column Column(JsonElement item, string name) =>
        new("x", Doubles(item, name), new MissingMask(item.GetProperty(name).GetArrayLength()));

    private static double[] Doubles(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static double[] Sorted(JsonElement item, string name) => [.. Doubles(item, name).Order()];

    private static long[] Longs(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(value => value.GetInt64())];

    private static double Number(JsonElement item, string name) => item.GetProperty(name).GetDouble();
}
