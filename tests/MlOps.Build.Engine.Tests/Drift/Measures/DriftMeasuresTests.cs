using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Tests.Drift.Measures;

/// <summary>Every measure against SciPy, NumPy and pandas with the rules of Evidently 0.7.21.</summary>
public sealed class DriftMeasuresTests
{
    public static TheoryData<string> Names => [.. DriftMeasures.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_measure_says_what_SciPy_says_by_the_rules_of_Evidently(string name)
    {
        var compared = 0;
        foreach (var (title, pair, _, scores) in DriftCases.All())
        {
            if (!scores.TryGetValue(name, out var expected))
                continue;
            var score = DriftMeasures.ByName[name].Measure(pair).ShouldNotBeNull(title).Score;
            score.ShouldBe(expected, Tolerance(name, expected), $"{name}, {title}");
            compared++;
        }

        compared.ShouldBeGreaterThan(name == "fisher_exact" ? 2 : 6);
    }

    [Fact]
    public void Without_a_name_the_measure_is_the_one_that_Evidently_takes()
    {
        foreach (var (title, pair, auto, _) in DriftCases.All())
            DriftMeasures.Choose(pair).Name.ShouldBe(auto, title);
    }

    [Fact]
    public void Names_kinds_and_thresholds_are_those_of_Evidently()
    {
        DriftMeasures.ByName.Values.Where(measure => measure.Threshold == 0.05).Select(measure => measure.Name)
            .ShouldBe(["ks", "chisquare", "z", "mannw", "t_test", "homogeneity"], ignoreOrder: true);
        DriftMeasures.ByName.Values.Where(measure => measure.Threshold != 0.05).ShouldAllBe(measure => measure.Threshold == 0.1);
        DriftMeasures.ByName.Values.Where(measure => measure.Kinds == DriftKind.Any).Select(measure => measure.Name)
            .ShouldBe(["psi", "kl_div", "jensenshannon", "hellinger"], ignoreOrder: true);
        DriftMeasures.ByName.Values.Where(measure => measure.IsPValue == measure.Inclusive).Select(measure => measure.Name)
            .ShouldBe(["ks", "cramer_von_mises", "ed"], ignoreOrder: true, "Evidently takes the threshold itself as it does not elsewhere");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_does_not_drift_from_itself(string name)
    {
        var measure = DriftMeasures.ByName[name];
        var pair = measure.Kinds.HasFlag(DriftKind.Number)
            ? DriftCases.Pair(DriftCases.Made(400, 0.3, 0), DriftCases.Made(400, 0.3, 0))
            : new DriftPair(DriftSample.OfCounts(new Dictionary<string, long> { ["a"] = 30, ["b"] = 50 }),
                DriftSample.OfCounts(new Dictionary<string, long> { ["a"] = 30, ["b"] = 50 }));
        var score = measure.Measure(pair).ShouldNotBeNull().Score;
        if (measure.IsPValue)
            score.ShouldBeGreaterThan(0.24);
        else
            score.ShouldBe(0, 1e-7);
    }

    // SciPy ends the series of Cramér and von Mises at 1e-7, computes the tail of z as a difference from 1, and permutations are random.
    private static double Tolerance(string name, double expected) => name switch
    {
        "TVD" => 0.06,
        "cramer_von_mises" => 2e-7,
        "z" => 1e-12,
        _ => Math.Max(1e-14, Math.Abs(expected) * 1e-8),
    };
}
