using System.Text.Json.Nodes;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>
/// Kolmogorov and Smirnov's test of a column's numbers against a distribution, as Great Expectations reckoned it up to 0.18; 1.x has only
/// the names.
/// </summary>
internal static class KolmogorovKinds
{
    private const double StandardP = 0.05;

    public static IEnumerable<ExpectationKind> All =>
    [
        new("expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than", ExpectationDomain.ColumnAggregate, ["distribution", "p_value", "params"], Parameterized),
        new("expect_column_bootstrapped_ks_test_p_value_to_be_greater_than", ExpectationDomain.ColumnAggregate, ["partition_object", "p", "bootstrap_samples", "bootstrap_sample_size"], Bootstrapped),
    ];

    private static MetricCheck? Parameterized(CheckRequest request)
    {
        var (distribution, p) = (NamedDistribution.Of(request), request.Number("p_value", 0, 1) ?? StandardP);
        return distribution is null ? null : Tested(request, numbers =>
        {
            var distance = numbers.Distance(distribution.Cumulative);
            var value = KolmogorovSample.Upper(numbers.Count, distance);
            return Outcome.Of(value >= p, JsonValues.Number(value), new JsonObject
            {
                ["expected_params"] = CategoricalWeights.Weights(distribution.Parameters),
                ["observed_ks_result"] = CategoricalWeights.Weights([distance, value]),
            });
        });
    }

    private static MetricCheck? Bootstrapped(CheckRequest request)
    {
        var (settings, p) = (DivergenceSettings.Of(request), request.Number("p", 0, 1) ?? StandardP);
        var samples = (int)(request.Number("bootstrap_samples", 1, 1_000_000) ?? 1000);
        if (settings is { Bins: null })
            request.Fail("'partition_object' has no 'bins'; this test wants 'bins' and 'weights'.");
        else if (settings is { TailWeights: not null } && settings.TailWeights.Sum() > 0)
            request.Fail("'partition_object' has tail weights; this test wants bins that hold everything.");
        if (settings?.Bins is null || request.Fault is not null)
            return null;
        var size = (int)(request.Number("bootstrap_sample_size", 1, 100_000) ?? settings.Weights.Count * 2);
        return Tested(request, numbers => new KsBootstrap(settings, samples, size).Judge(numbers, p));
    }

    private static MetricCheck Tested(CheckRequest request, Func<TalliedNumbers, Outcome> judge)
    {
        var column = request.Column();
        var type = request.Columns[column].Type;
        if (!ColumnTypes.IsNumber(type))
            request.Fail($"column {Shown.Text(request.Columns[column].Name)} is {ColumnTypes.Name(type)}; the test needs numbers.");
        var tally = new TallyMetric(column, request.Condition(), request.MostDistinct);
        return new([tally], values => values.Of<TallyPart>(tally) switch
        {
            { Overflow: true } => Outcome.Failed(UniqueKinds.TooMany(tally.MostDistinct)),
            { Count: 0 } => Outcome.Of(success: false, observed: null),
            var part => judge(new TalliedNumbers(part, type)),
        });
    }
}
