using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on distances from the mean.</summary>
internal static class ScoreKinds
{
    public static IEnumerable<ExpectationKind> All =>
    [
        new("expect_column_value_z_scores_to_be_less_than", ExpectationDomain.ColumnMap, ["threshold", "double_sided"], Create),
    ];

    private static ScoreCheck Create(CheckRequest request)
    {
        var column = request.Column();
        if (!ColumnTypes.IsNumber(request.Columns[column].Type))
            request.Fail($"column {Shown.Text(request.Columns[column].Name)} holds no numbers, so it has no z-scores.");
        if (request.Number("threshold") is null)
            request.Fail("'threshold' is missing; it is the z-score that no value may reach.");
        return new ScoreCheck(
            new MomentsMetric(column, request.Condition()),
            request.Columns[column],
            request.Number("threshold") ?? 0,
            request.Flag("double_sided", standard: true),
            request.Kept,
            request.Mostly);
    }

    private sealed class ScoreCheck(
        MomentsMetric moments, BatchColumn column, double threshold, bool doubleSided, int kept, double mostly) : Check
    {
        private ColumnMapMetric? _scores;

        public override IReadOnlyList<Metric> Metrics => [moments];

        public override IReadOnlyList<Metric> Later(MetricValues values)
        {
            if (_scores is not null)
                return [];
            var part = values.Of<MomentsPart>(moments);
            var (mean, deviation) = (part.Mean, Math.Sqrt(part.Variance));
            Func<double, bool> holds = doubleSided
                ? value => Math.Abs((value - mean) / deviation) < Math.Abs(threshold)
                : value => (value - mean) / deviation < threshold;
            _scores = new ColumnMapMetric(moments.Column, moments.Condition, new NumberTest(column.Type, holds), kept);
            return [_scores];
        }

        public override Outcome Judge(MetricValues values) => MapCheck.Judge(values.Of<MapPart>(_scores!), [column], mostly);
    }
}
