using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on the order of a column's values.</summary>
internal static class SequenceKinds
{
    public static IEnumerable<ExpectationKind> All =>
    [
        new("expect_column_values_to_be_increasing", ExpectationDomain.ColumnMap, ["strictly", "parse_strings_as_datetimes"], request => Ordered(request, falling: false)),
        new("expect_column_values_to_be_decreasing", ExpectationDomain.ColumnMap, ["strictly", "parse_strings_as_datetimes"], request => Ordered(request, falling: true)),
    ];

    private static MetricCheck Ordered(CheckRequest request, bool falling)
    {
        var column = request.Column();
        if (request.Columns[column].Type == ColumnType.String)
            request.Fail($"column {Shown.Text(request.Columns[column].Name)} is text, and the order of texts is not judged. Give it the type date or timestamp in a schema if it is one.");
        var metric = new SequenceMetric(column, request.Condition(), falling, request.Flag("strictly"), request.Kept);
        var mostly = request.Mostly;
        return new([metric], values =>
        {
            var part = values.Of<SequencePart>(metric);
            var (unexpected, rows) = part.Join();
            var counts = new MapCounts
            {
                Elements = part.Elements,
                Missing = part.Elements - part.Considered,
                Unexpected = unexpected,
                Columns = request.Named(column),
                Rows = rows,
            };
            return new Outcome { Success = counts.ExpectedShare >= mostly, Map = counts };
        });
    }
}
