using System.Buffers.Binary;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>The values of some columns in a row as bytes, equal exactly for equal values. A missing value equals a missing value.</summary>
internal sealed class RowBytes(int[] columns)
{
    private byte[] _buffer = new byte[256];
    private int _length;

    /// <summary>Lent until the next call.</summary>
    public ReadOnlySpan<byte> Of(BatchView view, int row)
    {
        _length = 0;
        foreach (var column in columns)
            Append(view, column, row);
        return _buffer.AsSpan(0, _length);
    }

    private void Append(BatchView view, int column, int row)
    {
        var batch = view.Column(column);
        if (batch.IsMissing(row))
        {
            Room(1)[0] = 0;
            return;
        }

        Room(1)[0] = 1;
        if (batch is not TextBatch texts)
        {
            BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), view.Keys(column)[row]);
            return;
        }

        var text = texts.Dictionary.Utf8(texts.Codes[row]);
        BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), text.Length);
        text.CopyTo(Room(text.Length));
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length < _length + bytes)
            Array.Resize(ref _buffer, Math.Max(_length + bytes, _buffer.Length * 2));
        _length += bytes;
        return _buffer.AsSpan(_length - bytes, bytes);
    }
}
