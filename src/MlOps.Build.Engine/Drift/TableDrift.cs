using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;

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
        var before = reference.Find(column.Name);
        var reason = before is null ? "the reference has no such column"
            : ColumnComparer.KindOf(before) != ColumnComparer.KindOf(column) ? "the reference holds another type"
            : null;
        return reason is null ? ColumnComparer.Compare(before!, column, rule, judge) : new ColumnDrift { Column = column.Name, Reason = reason };
    }
}
