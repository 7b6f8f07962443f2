using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on a number that is computed from a column.</summary>
internal static class AggregateKinds
{
    private static readonly string[] LimitKwargs = ["min_value", "max_value", "strict_min", "strict_max"];

    public static IEnumerable<ExpectationKind> All =>
    [
        new("expect_column_max_to_be_between", ExpectationDomain.ColumnAggregate, LimitKwargs, request => Extreme(request, highest: true)),
        new("expect_column_min_to_be_between", ExpectationDomain.ColumnAggregate, LimitKwargs, request => Extreme(request, highest: false)),
        Moment("mean", part => (part.Mean, null)),
        Moment("stdev", part => (Math.Sqrt(part.Variance), null)),
        Moment("sum", part => (part.Sum, part.WholeSum is { } whole ? JsonNode.Parse(whole.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null)),
    ];

    /// <summary>Why the limits cannot be compared with the number is a fault of the request.</summary>
    public static Limits NumberLimits(CheckRequest request)
    {
        var limits = request.Limits();
        if (!limits.Fit(ColumnType.Float64))
            request.Fail($"a number cannot be compared with {limits}.");
        return limits;
    }

    private static MetricCheck? Extreme(CheckRequest request, bool highest)
    {
        var (column, limits) = (request.Column(), request.Limits());
        var type = request.Columns[column].Type;
        var metric = new ExtremesMetric(column, request.Condition());
        return request.Fault is null ? new([metric], values => JudgeExtreme(values.Of<ExtremesPart>(metric), type, limits, highest)) : null;
    }

    private static Outcome JudgeExtreme(ExtremesPart part, ColumnType type, Limits limits, bool highest)
    {
        if (!part.Any)
            return Outcome.Of(success: false, observed: null);
        if (!limits.Fit(type))
            return Outcome.Failed(ValueKinds.CannotCompare(type, limits));
        if (type == ColumnType.String)
            return (highest ? part.Last! : part.First!) is var text ? Outcome.Of(limits.Allows(text), JsonValue.Create(text)) : null!;
        var key = highest ? part.Highest : part.Lowest;
        return Outcome.Of(limits.Keys(type).Contains(key), JsonValues.Of(type, key));
    }

    private static ExpectationKind Moment(string name, Func<MomentsPart, (double Value, JsonNode? Exact)> observe) =>
        new($"expect_column_{name}_to_be_between", ExpectationDomain.ColumnAggregate, LimitKwargs, request =>
        {
            var (column, limits) = (request.Column(), NumberLimits(request));
            if (!IsNumber(request.Columns[column].Type))
                request.Fail($"column {Shown.Text(request.Columns[column].Name)} is {ColumnTypes.Name(request.Columns[column].Type)}; a {name} needs numbers.");
            var metric = new MomentsMetric(column, request.Condition());
            return new MetricCheck([metric], values =>
            {
                var (value, exact) = observe(values.Of<MomentsPart>(metric));
                return double.IsNaN(value)
                    ? Outcome.Of(success: false, observed: null)
                    : Outcome.Of(limits.Allows(value), exact ?? JsonValues.Number(value));
            });
        });

    private static bool IsNumber(ColumnType type) => ColumnTypes.IsNumber(type) || type == ColumnType.Boolean;
}
