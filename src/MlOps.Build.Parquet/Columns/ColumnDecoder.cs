using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>Puts the pages of one column in one row group together.</summary>
internal abstract class ColumnDecoder(int rowCount) : IDisposable
{
    /// <summary>Rows of the row group.</summary>
    public int RowCount { get; } = rowCount;

    /// <summary>Which rows have a value, of the pages so far.</summary>
    public ValidityBuilder Validity { get; } = new(rowCount);

    public abstract void ReadDictionary(ReadOnlySpan<byte> content, int count);

    /// <summary>Decodes a page whose levels were appended to <see cref="Validity"/>.</summary>
    /// <param name="encoding">How the values lie.</param>
    /// <param name="content">The values.</param>
    /// <param name="rows">Rows of the page.</param>
    /// <param name="missing">Rows of the page without a value.</param>
    public abstract void ReadPage(ValueEncoding encoding, ReadOnlySpan<byte> content, int rows, int missing);

    /// <summary>The values; from now on their memory is theirs.</summary>
    public abstract ColumnValues Finish();

    /// <summary>Gives the memory back when the reading failed.</summary>
    public abstract void Dispose();

    /// <summary>Moves the values, which lie dense at the front, to their rows.</summary>
    protected void Spread<T>(Span<T> rows, int firstRow, int missing, T missingValue)
    {
        var bits = Validity.Bits;
        var dense = rows.Length - missing;
        for (var row = rows.Length - 1; dense <= row; row--)
        {
            var at = firstRow + row;
            rows[row] = (bits[at >> 6] >> (at & 63) & 1) != 0 ? rows[--dense] : missingValue;
        }
    }
}
