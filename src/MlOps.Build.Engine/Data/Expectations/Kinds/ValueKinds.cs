using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on each value of a column.</summary>
internal static class ValueKinds
{
    public static IEnumerable<ExpectationKind> All =>
    [
        new("expect_column_values_to_be_null", ExpectationDomain.ColumnMap, [], request => Null(request, wantsNull: true)),
        new("expect_column_values_to_not_be_null", ExpectationDomain.ColumnMap, [], request => Null(request, wantsNull: false)),
        Tested("expect_column_values_to_be_between", ["min_value", "max_value", "strict_min", "strict_max"], Between),
        Tested("expect_column_values_to_be_in_set", ["value_set"], (request, type) => InSet(request, type, inside: true)),
        Tested("expect_column_values_to_not_be_in_set", ["value_set"], (request, type) => InSet(request, type, inside: false)),
    ];

    /// <summary>An expectation that a test on each present value makes.</summary>
    public static ExpectationKind Tested(string name, string[] kwargs, Func<CheckRequest, ColumnType, ValueTest?> create) =>
        new(name, ExpectationDomain.ColumnMap, kwargs, request =>
        {
            var column = request.Column();
            var test = create(request, request.Columns[column].Type);
            return request.Fault is not null || test is null
                ? null
                : Of(request, new ColumnMapMetric(column, request.Condition(), test, request.Kept), column);
        });

    private static MapCheck Null(CheckRequest request, bool wantsNull)
    {
        var column = request.Column();
        return Of(request, new NullMapMetric(column, request.Condition(), wantsNull, request.Kept), column);
    }

    private static MapCheck Of(CheckRequest request, Metric metric, int column) => new(metric, request.Named(column), request.Mostly);

    private static ValueTest? Between(CheckRequest request, ColumnType type)
    {
        var limits = request.Limits();
        if (limits is { Minimum: null, Maximum: null })
            request.Fail("'min_value' and 'max_value' are both missing; at least one of them is needed.");
        if (request.Fault is not null)
            return null;
        return limits.Fit(type) ? ValueTests.Between(type, limits) : new RefusingTest(CannotCompare(type, limits));
    }

    public static string CannotCompare(ColumnType type, Limits limits) => $"values of type {ColumnTypes.Name(type)} cannot be compared with {limits}.";

    // Without a set everything is as expected, as there.
    private static ValueTest InSet(CheckRequest request, ColumnType type, bool inside) => request.Scalars("value_set") is { } set
        ? ValueTests.InSet(type, set, inside)
        : ValueTests.InSet(type, [], inside: false);
}
