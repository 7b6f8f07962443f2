using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>A column of values of a fixed size.</summary>
internal sealed class ValueDecoder<T>(int rowCount, DenseSource<T> source) : ColumnDecoder(rowCount)
    where T : unmanaged
{
    private T[] _values = [];

    public override void ReadDictionary(ReadOnlySpan<byte> content, int count) => source.ReadDictionary(content, count);

    public override void ReadPage(ValueEncoding encoding, ReadOnlySpan<byte> content, int rows, int missing)
    {
        var firstRow = Validity.Count - rows;
        Grow(ref _values, Validity.Count, RowCount);
        var target = _values.AsSpan(firstRow, rows);
        source.Decode(encoding, content, target[..(rows - missing)]);
        if (missing > 0)
            Spread(target, firstRow, missing, default);
    }

    public override ColumnValues Finish() =>
        new ColumnValues<T>(_values.AsMemory(0, Validity.Count), Validity.MissingCount, Validity.ToMemory());
}
