using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on medians and quantiles.</summary>
internal static class QuantileKinds
{
    // numpy.isclose with the relative tolerance that quantiles are given.
    private const double RelativeTolerance = 1e-4;
    private const double AbsoluteTolerance = 1e-8;

    public static IEnumerable<ExpectationKind> All =>
    [
        new("expect_column_median_to_be_between", ExpectationDomain.ColumnAggregate, ["min_value", "max_value", "strict_min", "strict_max"], Median),
        new("expect_column_quantile_values_to_be_between", ExpectationDomain.ColumnAggregate, ["quantile_ranges", "allow_relative_error"], Quantiles),
    ];

    private static QuantileCheck Median(CheckRequest request)
    {
        NeedNumbers(request);
        var limits = AggregateKinds.NumberLimits(request);
        return Check(request, [0.5], table => table.At(0.5, Interpolation.Midpoint) is { } median
            ? Outcome.Of(limits.Allows(median), JsonValues.Number(median))
            : Outcome.Of(success: false, observed: null));
    }

    private static QuantileCheck Quantiles(CheckRequest request)
    {
        NeedNumbers(request);
        var (ranges, way) = (QuantileRanges.Of(request), WayOf(request));
        return Check(request, [.. ranges.Select(range => range.Quantile)], table =>
        {
            var values = ranges.Select(range => table.At(range.Quantile, way)).ToList();
            var details = ranges.Select((range, index) => values[index] is { } value && Lies(value, range)).ToList();
            var observed = new JsonObject
            {
                ["quantiles"] = new JsonArray([.. ranges.Select(range => JsonValues.Number(range.Quantile))]),
                ["values"] = new JsonArray([.. values.Select(value => value is { } number ? JsonValues.Number(number) : null)]),
            };
            return Outcome.Of(
                details.TrueForAll(good => good),
                observed,
                new JsonObject { ["success_details"] = new JsonArray([.. details.Select(good => (JsonNode)good)]) });
        });
    }

    private static QuantileCheck Check(CheckRequest request, IReadOnlyList<double> quantiles, Func<QuantileTable, Outcome> judge) =>
        new(TallyKinds.Tally(request), request.Columns[request.Column()].Type, quantiles, judge);

    private static bool Lies(double value, QuantileRange range) =>
        Close(value, range.Low) || Close(value, range.High) || (value >= range.Low && value <= range.High);

    private static bool Close(double value, double limit) =>
        double.IsFinite(limit) && Math.Abs(value - limit) <= AbsoluteTolerance + (RelativeTolerance * Math.Abs(limit));

    private static Interpolation WayOf(CheckRequest request)
    {
        switch (request.Value("allow_relative_error"))
        {
            case null or { ValueKind: JsonValueKind.False }:
                return Interpolation.Nearest;
            case { ValueKind: JsonValueKind.String } text when Enum.TryParse<Interpolation>(text.GetString(), ignoreCase: true, out var way):
                return way;
            case var other:
                request.Fail($"'allow_relative_error' is {Shown.Text(other.Value.GetRawText())}; expected false, linear, lower, higher, midpoint or nearest.");
                return Interpolation.Nearest;
        }
    }

    private static void NeedNumbers(CheckRequest request)
    {
        var column = request.Columns[request.Column()];
        if (!ColumnTypes.IsNumber(column.Type) && column.Type != ColumnType.Boolean)
            request.Fail($"column {Shown.Text(column.Name)} is {ColumnTypes.Name(column.Type)}; its quantiles are not judged, they need numbers.");
    }
}
