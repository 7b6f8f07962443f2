using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>A column of values of a fixed size.</summary>
internal sealed class ValueDecoder<T>(int rowCount, DenseSource<T> source) : ColumnDecoder(rowCount)
    where T : unmanaged
{
    private readonly RowBuffer<T> _values = new(rowCount);

    public override void ReadDictionary(ReadOnlySpan<byte> content, int count) => source.ReadDictionary(content, count);

    public override void ReadPage(ValueEncoding encoding, ReadOnlySpan<byte> content, int rows, int missing)
    {
        var firstRow = Validity.Count - rows;
        var target = _values.Room(firstRow, rows);
        source.Decode(encoding, content, target[..(rows - missing)]);
        if (missing > 0)
            Spread(target, firstRow, missing, default);
    }

    public override ColumnValues Finish() =>
        new ColumnValues<T>(_values.Rows(Validity.Count), Validity.MissingCount, Validity.ToMemory(), _values);

    public override void Dispose() => _values.Dispose();
}
