namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>All measures by name, and which one Evidently takes when nobody names one.</summary>
internal static class DriftMeasures
{
    /// <summary>Stands for the choice by size and kind.</summary>
    public const string Auto = "auto";

    private const int Small = 1000;
    private const int FewValues = 5;

    public static IReadOnlyDictionary<string, IDriftMeasure> ByName { get; } = new IDriftMeasure[]
    {
        new KolmogorovSmirnovTest(), new ChiSquareTest(), new ZTest(), new WassersteinDistance(), new JensenShannonDistance(), new PsiDistance(),
        new KullbackLeiblerDivergence(), new HellingerDistance(), new TotalVariationTest(), new EnergyDistance(), new AndersonDarlingTest(),
        new CramerVonMisesTest(), new MannWhitneyTest(), new StudentTest(), new GTest(), new FisherTest(), new HomogeneityTest(),
    }.ToDictionary(measure => measure.Name, StringComparer.Ordinal);

    /// <summary>
    /// By the reference's values: up to 1,000 a test, beyond a distance; numbers of which both samples together hold at most five different
    /// ones count as categories.
    /// </summary>
    public static IDriftMeasure Choose(DriftPair pair)
    {
        var distinct = pair.Counts.Distinct;
        var continuous = pair.Kind == DriftKind.Number && distinct > FewValues;
        return ByName[pair.Reference.Count > Small
            ? continuous ? "wasserstein" : "jensenshannon"
            : continuous ? "ks" : distinct > 2 ? "chisquare" : "z"];
    }
}
