using System.Text;

namespace MlOps.Build.Parquet.Footer;

/// <summary>
/// Thrift's compact protocol, as far as Parquet uses it (apache/thrift, doc/specs/thrift-compact-protocol.md). Nothing is believed: each
/// length is checked against what is left.
/// </summary>
internal ref struct ThriftReader(ReadOnlySpan<byte> content, string part)
{
    private const int DeepestStruct = 32;
    private readonly ReadOnlySpan<byte> _content = content;
    private int _position;
    private short _field;
    private int _depth;

    public readonly int Position => _position;

    /// <summary>Reads the next field's header; false at the end of the struct.</summary>
    public bool NextField(out short field, out ThriftType type)
    {
        var header = Byte();
        type = (ThriftType)(header & 15);
        field = 0;
        if (type == ThriftType.Stop)
            return false;
        if (type > ThriftType.Struct)
            Fail($"a field has type {(int)type}, which Thrift does not know");
        var delta = header >> 4;
        _field = delta == 0 ? (short)ZigZag() : (short)(_field + delta);
        field = _field;
        return true;
    }

    /// <summary>Enters a struct; returns what <see cref="Leave"/> needs.</summary>
    public short Enter(ThriftType type)
    {
        Expect(type, ThriftType.Struct);
        if (++_depth > DeepestStruct)
            Fail($"structures are nested more than {DeepestStruct} deep");
        var outer = _field;
        _field = 0;
        return outer;
    }

    public void Leave(short outer)
    {
        _depth--;
        _field = outer;
    }

    /// <summary>Reads a list's header. A list's element takes a byte at least, so a count beyond what is left is a lie.</summary>
    public int List(ThriftType type, out ThriftType element)
    {
        Expect(type, ThriftType.List);
        var header = Byte();
        element = (ThriftType)(header & 15);
        long count = header >> 4;
        if (count == 15)
            count = (long)VarInt();
        if (count < 0 || count > _content.Length - _position)
            Fail($"a list claims {count} elements where {_content.Length - _position} bytes are left");
        return (int)count;
    }

    public readonly bool Bool(ThriftType type)
    {
        if (type is not (ThriftType.True or ThriftType.False))
            Expect(type, ThriftType.True);
        return type == ThriftType.True;
    }

    public int Int32(ThriftType type)
    {
        var value = Int64(type);
        if (value != (int)value)
            Fail($"{value} stands where a 32-bit number belongs");
        return (int)value;
    }

    public long Int64(ThriftType type)
    {
        if (type == ThriftType.Byte)
            return (sbyte)Byte();
        if (type is not (ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64))
            Expect(type, ThriftType.Int64);
        return ZigZag();
    }

    public ReadOnlySpan<byte> Binary(ThriftType type)
    {
        Expect(type, ThriftType.Binary);
        var length = VarInt();
        if (length > (ulong)(_content.Length - _position))
            Fail($"a text claims {length} bytes where {_content.Length - _position} are left");
        var value = _content.Slice(_position, (int)length);
        _position += (int)length;
        return value;
    }

    public string Text(ThriftType type) => Encoding.UTF8.GetString(Binary(type));

    public void Skip(ThriftType type)
    {
        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Byte or ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64:
                Int64(type);
                break;
            case ThriftType.Double:
                Advance(8);
                break;
            case ThriftType.Binary:
                Binary(type);
                break;
            case ThriftType.Struct:
                SkipStruct();
                break;
            default:
                SkipElements(type);
                break;
        }
    }

    private void SkipStruct()
    {
        var outer = Enter(ThriftType.Struct);
        while (NextField(out _, out var type))
            Skip(type);
        Leave(outer);
    }

    private void SkipElements(ThriftType type)
    {
        if (type == ThriftType.Map)
        {
            SkipMap();
            return;
        }

        var count = List(ThriftType.List, out var element);
        if (++_depth > DeepestStruct)
            Fail($"lists are nested more than {DeepestStruct} deep");
        for (var i = 0; i < count; i++)
            SkipElement(element);
        _depth--;
    }

    private void SkipMap()
    {
        var count = VarInt();
        if (count > (ulong)(_content.Length - _position))
            Fail($"a map claims {count} entries where {_content.Length - _position} bytes are left");
        if (count == 0)
            return;
        var types = Byte();
        for (var i = 0; i < (int)count; i++)
        {
            SkipElement((ThriftType)(types >> 4));
            SkipElement((ThriftType)(types & 15));
        }
    }

    // In a list, unlike in a field, a boolean takes a byte.
    private void SkipElement(ThriftType type)
    {
        if (type is ThriftType.True or ThriftType.False)
            Advance(1);
        else
            Skip(type);
    }

    private long ZigZag()
    {
        var value = VarInt();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong VarInt()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }

        Fail("a number does not end within ten bytes");
        return 0;
    }

    private byte Byte()
    {
        if (_position >= _content.Length)
            Fail("it ends early");
        return _content[_position++];
    }

    private void Advance(int count)
    {
        if (count > _content.Length - _position)
            Fail("it ends early");
        _position += count;
    }

    private readonly void Expect(ThriftType type, ThriftType expected)
    {
        if (type != expected)
            Fail($"field {_field} has type {type} where {expected} belongs");
    }

    private readonly void Fail(string what) => Faults.Footer($"{part} is damaged at its byte {_position}: {what}");
}
