using System.Buffers;

namespace MlOps.Build.Parquet.Columns;

/// <summary>
/// A value a row, in memory that is used again. A row count in a file may be a lie: beyond what is common, room grows with the pages that
/// come. What was there before is in it, so every row is written before it is read.
/// </summary>
internal sealed class RowBuffer<T>(int rowCount) : IDisposable
    where T : unmanaged
{
    private const int CommonRowCount = 1 << 20;
    private T[] _values = [];

    public ReadOnlyMemory<T> Rows(int count) => _values.AsMemory(0, count);

    /// <summary>The rows from the first on.</summary>
    public Span<T> Room(int firstRow, int count)
    {
        var needed = firstRow + count;
        if (_values.Length < needed)
            Grow((int)Math.Min(rowCount, Math.Max(Math.Max(needed, CommonRowCount), _values.Length * 2L)), firstRow);
        return _values.AsSpan(firstRow, count);
    }

    public void Dispose()
    {
        if (_values.Length > 0)
            ArrayPool<T>.Shared.Return(_values);
        _values = [];
    }

    private void Grow(int size, int used)
    {
        var grown = ArrayPool<T>.Shared.Rent(size);
        _values.AsSpan(0, used).CopyTo(grown);
        Dispose();
        _values = grown;
    }
}
