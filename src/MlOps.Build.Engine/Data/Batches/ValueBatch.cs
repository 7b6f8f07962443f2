namespace MlOps.Build.Engine.Data.Batches;

/// <summary>
/// Values by row: <c>bool</c>, <c>long</c> (int64; timestamps in ticks of 100 ns since 0001-01-01 UTC), <c>float</c>, <c>double</c>, or
/// <c>int</c> (dates in days since 1970-01-01).
/// </summary>
internal class ValueBatch<T>(BatchColumn column, Func<T, string> text) : ColumnBatch(column)
    where T : unmanaged
{
    private T[] _values = [];
    private int _start;

    public ReadOnlySpan<T> Values => _values.AsSpan(_start, Rows);

    /// <summary>Shows other rows.</summary>
    /// <param name="values">Holds the values of the rows from <paramref name="start"/> on.</param>
    /// <param name="start">The first row's index.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="missing">A bit a row from the batch's first row on.</param>
    /// <param name="missingCount">How many are set.</param>
    /// <param name="unread">The fields that did not parse.</param>
    public void Show(T[] values, int start, int rows, ulong[] missing, int missingCount, IReadOnlyList<UnreadField> unread)
    {
        (_values, _start, Rows) = (values, start, rows);
        (Missing, MissingCount, Unread) = (missing, missingCount, unread);
    }

    public override string? Text(int row) => IsMissing(row) ? null : text(_values[_start + row]);
}
