using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Suites;

/// <summary>Orders rows by their values: numbers by size, texts by code points, missing values first.</summary>
internal sealed class RowOrder(IReadOnlyList<BatchColumn> columns) : IComparer<KeptRow>
{
    public static RowOrder Of(IReadOnlyList<BatchColumn> columns) => new(columns);

    public int Compare(KeptRow x, KeptRow y)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (Compare(columns[i].Type, x.Texts[i], y.Texts[i]) is not 0 and var order)
                return order;
        }

        return 0;
    }

    private static int Compare(ColumnType type, string? left, string? right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        return type is ColumnType.Int64 or ColumnType.Float32 or ColumnType.Float64
            ? Number(left).CompareTo(Number(right))
            : CodePoints.Compare(left, right);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
