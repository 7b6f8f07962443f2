using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>
/// Pearson's chi-square test of a column's values against given shares, as Great Expectations reckoned it up to 0.18
/// (<c>dataset.py</c>); 1.x has only the name.
/// </summary>
internal static class ChiSquareKinds
{
    private const double StandardP = 0.05;

    public static IEnumerable<ExpectationKind> All =>
    [
        new("expect_column_chisquare_test_p_value_to_be_greater_than", ExpectationDomain.ColumnAggregate, ["partition_object", "p", "tail_weight_holdout"], Create),
    ];

    private static MetricCheck? Create(CheckRequest request)
    {
        var (column, settings, p) = (request.Column(), DivergenceSettings.Of(request), request.Number("p", 0, 1) ?? StandardP);
        if (settings is { Values: null })
            request.Fail("'partition_object' has bins; this test wants 'values' and 'weights'.");
        if (settings is null || request.Fault is not null)
            return null;
        var (type, tally) = (request.Columns[column].Type, new TallyMetric(column, request.Condition(), request.MostDistinct));
        return new([tally], values => values.Of<TallyPart>(tally) is { Overflow: false } part
            ? Judge(part, type, settings, p)
            : Outcome.Failed(UniqueKinds.TooMany(tally.MostDistinct)));
    }

    private static Outcome Judge(TallyPart part, ColumnType type, DivergenceSettings settings, double p)
    {
        var weights = new CategoricalWeights(part, type, settings);
        var statistic = 0.0;
        for (var i = 0; i < weights.Observed.Count; i++)
        {
            var difference = weights.Observed[i] - weights.Expected[i];
            statistic += difference * difference / weights.Expected[i] * part.Count;
        }

        // As SciPy: no tail where nothing was expected and nothing came, no chance where something came that was not.
        var degrees = weights.Observed.Count - 1;
        var value = degrees < 1 || part.Count == 0 || double.IsNaN(statistic) ? double.NaN
            : double.IsInfinity(statistic) ? 0
            : SpecialFunctions.GammaUpper(degrees / 2.0, statistic / 2);
        var all = weights.Expected.Sum();
        return Outcome.Of(value > p, JsonValues.Number(value), weights.Details(weights.Expected.Select(weight => weight / all)));
    }
}
