using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on the distance of a column's distribution from a given one.</summary>
internal static class DivergenceKinds
{
    public static IEnumerable<ExpectationKind> All =>
    [
        new(
            "expect_column_kl_divergence_to_be_less_than",
            ExpectationDomain.ColumnAggregate,
            ["partition_object", "threshold", "tail_weight_holdout", "internal_weight_holdout", "bucketize_data"],
            Create),
    ];

    private static MetricCheck? Create(CheckRequest request)
    {
        var column = request.Column();
        var settings = DivergenceSettings.Of(request);
        if (settings is null || request.Fault is not null)
            return null;
        var type = request.Columns[column].Type;
        if (settings.Values is not null)
        {
            var tally = new TallyMetric(column, request.Condition(), request.MostDistinct);
            return new([tally], values => values.Of<TallyPart>(tally) is { Overflow: false } part
                ? CategoricalDivergence.Judge(part, type, settings)
                : Outcome.Failed(UniqueKinds.TooMany(tally.MostDistinct)));
        }

        if (!ColumnTypes.IsNumber(type))
            request.Fail($"column {Shown.Text(request.Columns[column].Name)} is {ColumnTypes.Name(type)}, but 'partition_object' has bins of numbers.");
        var histogram = new HistogramMetric(column, request.Condition(), [.. settings.Bins!]);
        return new([histogram], values => BinnedDivergence.Judge(HistogramMetric.Of(values, histogram), settings));
    }
}
