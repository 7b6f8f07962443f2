using System.Text.Json;
using MlOps.Build.Engine.Evaluation.Champions;

namespace MlOps.Build.Engine.Tests.Evaluation.Champions;

/// <summary>The statistics of a pair against SciPy and NumPy; <c>Expected/make_champions.py</c> made the values.</summary>
public sealed class ScipyChampionTests
{
    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "Champions", "Expected", "champions.json"))).RootElement;

    [Fact]
    public void McNemars_test_agrees()
    {
        foreach (var item in Expected.GetProperty("mcnemar").EnumerateArray())
        {
            var test = McNemar.Of(item.GetProperty("b").GetInt32(), item.GetProperty("c").GetInt32());
            test.ExactPValue.ShouldNotBeNull().ShouldBe(item.GetProperty("exact").GetDouble(), 1e-12);
            test.PValue.ShouldNotBeNull().ShouldBe(item.GetProperty("mid").GetDouble(), 1e-12);
        }
    }

    /// <summary>Fagerland, Lydersen and Laake (2013), airway hyper-responsiveness: 7 and 1 discordant pairs, exact 0.070, mid-p 0.039.</summary>
    [Fact]
    public void McNemars_test_gives_the_published_values()
    {
        var test = McNemar.Of(7, 1);
        test.ExactPValue.ShouldNotBeNull().ShouldBe(0.070, 0.0005);
        test.PValue.ShouldNotBeNull().ShouldBe(0.039, 0.0005);
    }

    [Fact]
    public void Diebold_and_Marianos_test_agrees()
    {
        foreach (var item in Expected.GetProperty("dieboldMariano").EnumerateArray())
        {
            var test = DieboldMariano.Of(Doubles(item, "differences"));
            test.Lags.ShouldBe(item.GetProperty("lags").GetInt32());
            test.Statistic.ShouldNotBeNull().ShouldBe(item.GetProperty("t").GetDouble(), 1e-10);
            test.PValue.ShouldNotBeNull().ShouldBe(item.GetProperty("p").GetDouble(), 1e-10);
        }
    }

    [Fact]
    public void The_association_of_groups_agrees()
    {
        foreach (var item in Expected.GetProperty("groups").EnumerateArray())
        {
            var table = item.GetProperty("table").EnumerateArray().Select(row => (row[0].GetInt32(), row[1].GetInt32())).ToList();
            Association.OfGroups(table).ShouldBe(item.GetProperty("v").GetDouble(), 1e-12);
        }
    }

    [Fact]
    public void The_association_of_numbers_agrees()
    {
        foreach (var item in Expected.GetProperty("numbers").EnumerateArray())
        {
            var (here, rest) = (SampleMoments.Of(Doubles(item, "here")), SampleMoments.Of(Doubles(item, "rest")));
            Association.OfNumbers(here, rest).ShouldBe(item.GetProperty("association").GetDouble(), 1e-7);
            ((here.Mean - rest.Mean) / Math.Sqrt((here.Variance + rest.Variance) / 2)).ShouldBe(item.GetProperty("standardized").GetDouble(), 1e-12);
        }
    }

    [Fact]
    public void A_short_or_constant_series_has_no_test_and_says_why()
    {
        DieboldMariano.Of([1, 2, 3]).Reason.ShouldBe("the test rows lie at 3 moments in time; below 10 nothing can be said");
        DieboldMariano.Of(new double[50]).Reason.ShouldBe("the losses of the two models differ by the same amount at every moment");
    }

    private static double[] Doubles(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
