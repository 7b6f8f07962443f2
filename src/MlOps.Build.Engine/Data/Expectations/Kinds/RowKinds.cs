using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on the values of several columns in each row.</summary>
internal static class RowKinds
{
    public static IEnumerable<ExpectationKind> All =>
    [
        Rows("expect_multicolumn_sum_to_equal", ["sum_total"], Sum),
        Rows("expect_select_column_values_to_be_unique_within_record", [], Different),
        Rows("expect_multicolumn_values_to_be_unique", [], Different),
    ];

    private static ExpectationKind Rows(string name, string[] kwargs, Func<CheckRequest, int[], RowTest?> create) =>
        new(name, ExpectationDomain.MulticolumnMap, kwargs, request =>
        {
            int[] columns = [.. request.ColumnList()];
            var test = request.Fault is null ? create(request, columns) : null;
            var ignore = PairKinds.Ignore(request, IgnoreRule.AllMissing);
            return test is null
                ? null
                : new MapCheck(new RowMapMetric(columns, request.Condition(), ignore, test, request.Kept), request.Named(columns), request.Mostly);
        });

    private static RowTest? Sum(CheckRequest request, int[] columns)
    {
        if (request.Scalar("sum_total") is not { Kind: ScalarKind.Number } total)
        {
            request.Fail("'sum_total' is missing; it is the number that each row adds up to.");
            return null;
        }

        var types = columns.Select(column => request.Columns[column].Type).ToArray();
        foreach (var wrong in columns.Where(column => !ColumnTypes.IsNumber(request.Columns[column].Type)))
            request.Fail($"column {Shown.Text(request.Columns[wrong].Name)} holds no numbers, so it cannot be added.");
        return Array.TrueForAll(types, type => type == ColumnType.Int64)
            ? new DelegateRowTest((view, row) => WholeSum(view, columns, row) is { } sum && total.Whole is { } whole && sum == whole)
            : new DelegateRowTest((view, row) => FloatSum(view, columns, types, row) == total.Number);
    }

    // A missing value has no sum.
    private static Int128? WholeSum(BatchView view, int[] columns, int row)
    {
        Int128 sum = 0;
        foreach (var column in columns)
        {
            if (view.Column(column).IsMissing(row))
                return null;
            sum += view.Keys(column)[row];
        }

        return sum;
    }

    private static double FloatSum(BatchView view, int[] columns, ColumnType[] types, int row)
    {
        var sum = 0.0;
        for (var i = 0; i < columns.Length; i++)
            sum += view.Column(columns[i]).IsMissing(row) ? double.NaN : OrderKey.Number(types[i], view.Keys(columns[i])[row]);
        return sum;
    }

    private static DelegateRowTest Different(CheckRequest request, int[] columns)
    {
        var pairs = (from left in Enumerable.Range(0, columns.Length)
                     from right in Enumerable.Range(left + 1, columns.Length - left - 1)
                     select (Left: columns[left], Right: columns[right], Order: PairOrder.Of(columns[left], columns[right], request.Columns))).ToArray();
        return new((view, row) => AllDiffer(view, pairs, row));
    }

    private static bool AllDiffer(BatchView view, (int Left, int Right, PairOrder? Order)[] pairs, int row)
    {
        foreach (var (left, right, order) in pairs)
        {
            var (first, second) = (view.Column(left).IsMissing(row), view.Column(right).IsMissing(row));
            if ((first && second) || (!first && !second && order?.Compare(view, row) == 0))
                return false;
        }

        return true;
    }
}
