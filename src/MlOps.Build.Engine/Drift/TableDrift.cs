using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Drift;

/// <summary>How one table differs from another, column by column.</summary>
internal static class TableDrift
{
    /// <summary>One comparison, named <see cref="DriftComparison.Files"/>, of the columns of the second table.</summary>
    public static DriftSummary Compare(Table reference, Table current, DriftConfig config)
    {
        var (rule, judge) = (DriftRule.Of(config), new DriftJudge(config));
        var columns = current.Columns.Select(column => Compare(reference, column, rule, judge)).ToList();
        return rule with
        {
            Comparisons =
            [
                new DriftComparison
                {
                    Name = DriftComparison.Files,
                    ReferenceRows = reference.RowCount,
                    Rows = current.RowCount,
                    Columns = judge.Decide(columns),
                },
            ],
        };
    }

    private static ColumnDrift Compare(Table reference, Column column, DriftSummary rule, DriftJudge judge)
    {
        if (reference.Find(column.Name) is not { } before)
            return new ColumnDrift { Column = column.Name, Reason = "the reference has no such column" };
        (before, column) = (Like(before, column), Like(column, before));
        return ColumnComparer.KindOf(before) == ColumnComparer.KindOf(column)
            ? ColumnComparer.Compare(before, column, rule, judge)
            : new ColumnDrift { Column = column.Name, Reason = "the reference holds another type" };
    }

    // Without any value a column has no type of its own.
    private static Column Like(Column column, Column other)
    {
        if (column.Missing.Count < column.Length || ColumnComparer.KindOf(column) == ColumnComparer.KindOf(other))
            return column;
        return ColumnComparer.KindOf(other) == DriftKind.Number
            ? new Float64Column(column.Name, [.. Enumerable.Repeat(double.NaN, column.Length)], column.Missing)
            : new StringColumn(column.Name, new int[column.Length], [], column.Missing);
    }
}
