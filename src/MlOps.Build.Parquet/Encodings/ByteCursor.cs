using System.Buffers.Binary;

namespace MlOps.Build.Parquet.Encodings;

/// <summary>Walks through a page's content; whatever is taken is there.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> content, string part)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private int _position;

    public readonly int Left => _content.Length - _position;

    public readonly int Position => _position;

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > Left)
            Faults.Short(part, count, Left);
        var taken = _content.Slice(_position, (int)count);
        _position += (int)count;
        return taken;
    }

    /// <summary>At most so many bytes: what is left if less.</summary>
    public ReadOnlySpan<byte> TakeUpTo(long count) => Take(Math.Min(count, Left));

    public ReadOnlySpan<byte> Rest() => Take(Left);

    public byte Byte()
    {
        if (Left == 0)
            Faults.Short(part, 1, 0);
        return _content[_position++];
    }

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public ulong VarInt()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }

        Faults.Page($"a number in {part} does not end within ten bytes");
        return 0;
    }

    public long ZigZag()
    {
        var value = VarInt();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
