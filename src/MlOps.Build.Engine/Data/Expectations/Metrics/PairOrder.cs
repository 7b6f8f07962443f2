using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Compares the values of two columns in a row.</summary>
internal abstract class PairOrder
{
    /// <summary>For columns by index; null when values of their types have no order between them.</summary>
    public static PairOrder? Of(int left, int right, IReadOnlyList<BatchColumn> columns)
    {
        var (first, second) = (columns[left].Type, columns[right].Type);
        if (first == ColumnType.String && second == ColumnType.String)
            return new Texts(left, right);
        if (Family(first) != Family(second))
            return null;
        var sameKeys = first == second || (OrderKey.IsFloat(first) && OrderKey.IsFloat(second)) || (IsWhole(first) && IsWhole(second));
        return sameKeys ? new SameKeys(left, right) : Mixed(left, right, first, second);
    }

    /// <summary>Below 0, 0 or above 0. Both values are there.</summary>
    public abstract int Compare(BatchView view, int row);

    private static PairOrder Mixed(int left, int right, ColumnType first, ColumnType second) => new MixedKeys(left, right, first, second);

    private static bool IsWhole(ColumnType type) => type is ColumnType.Int64 or ColumnType.Boolean;

    private static int Family(ColumnType type) => type switch
    {
        ColumnType.String => 0,
        ColumnType.Date or ColumnType.Timestamp => 1,
        _ => 2,
    };

    private sealed class SameKeys(int left, int right) : PairOrder
    {
        public override int Compare(BatchView view, int row) => view.Keys(left)[row].CompareTo(view.Keys(right)[row]);
    }

    private sealed class MixedKeys(int left, int right, ColumnType first, ColumnType second) : PairOrder
    {
        public override int Compare(BatchView view, int row) =>
            Number(first, view.Keys(left)[row]).CompareTo(Number(second, view.Keys(right)[row]));

        // A day begins at midnight UTC.
        private static double Number(ColumnType type, long key) => type == ColumnType.Date
            ? DateTimeOffset.UnixEpoch.Ticks + (key * (double)TimeSpan.TicksPerDay)
            : OrderKey.Number(type, key);
    }

    private sealed class Texts(int left, int right) : PairOrder
    {
        public override int Compare(BatchView view, int row)
        {
            var (first, second) = ((TextBatch)view.Column(left), (TextBatch)view.Column(right));
            return first.Dictionary.Utf8(first.Codes[row]).SequenceCompareTo(second.Dictionary.Utf8(second.Codes[row]));
        }
    }
}
