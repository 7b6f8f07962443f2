using System.Buffers.Binary;
using System.Text;

namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>
/// Reads one Protocol Buffers message. Nothing is allocated before the bytes for it have been seen, so a lying length costs nothing.
/// </summary>
internal ref struct ProtoReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _data;
    private readonly int _origin;
    private int _position;

    public ProtoReader(ReadOnlySpan<byte> data, int origin = 0)
    {
        _data = data;
        _origin = origin;
    }

    /// <summary>The current field's number.</summary>
    public int Field { get; private set; }

    /// <summary>The current field's layout.</summary>
    public WireType Wire { get; private set; }

    /// <summary>Moves to the next field; false at the message's end.</summary>
    public bool Next()
    {
        if (_position == _data.Length)
            return false;
        var tag = ReadVarint();
        if (tag >> 3 is 0 or > 0x1FFFFFFF)
            throw Damaged($"the field number {tag >> 3} is not in 1..536870911");
        Field = (int)(tag >> 3);
        Wire = (WireType)(tag & 7);
        if (Wire is not (WireType.Varint or WireType.Fixed64 or WireType.Bytes or WireType.Fixed32))
            throw Damaged($"field {Field} has the wire type {(int)Wire}, which ONNX files do not use");
        return true;
    }

    public long Int64()
    {
        Expect(WireType.Varint);
        return (long)ReadVarint();
    }

    public float Float()
    {
        Expect(WireType.Fixed32);
        return BinaryPrimitives.ReadSingleLittleEndian(Take(4));
    }

    public string String()
    {
        try
        {
            return Utf8.GetString(Bytes());
        }
        catch (DecoderFallbackException e)
        {
            throw new InferenceException($"The ONNX file is damaged near byte {_origin + _position}: field {Field} is not UTF-8.", e);
        }
    }

    public ReadOnlySpan<byte> Bytes()
    {
        Expect(WireType.Bytes);
        var length = ReadVarint();
        if (length > (ulong)(_data.Length - _position))
            throw Damaged($"field {Field} says that it has {length} bytes, and {_data.Length - _position} are left");
        return Take((int)length);
    }

    public ProtoReader Message()
    {
        var bytes = Bytes();
        return new ProtoReader(bytes, _origin + _position - bytes.Length);
    }

    /// <summary>Adds one value, or all values of a packed field.</summary>
    public void Int64s(List<long> values)
    {
        if (Wire == WireType.Varint)
        {
            values.Add((long)ReadVarint());
            return;
        }

        var packed = Message();
        while (packed._position < packed._data.Length)
            values.Add((long)packed.ReadVarint());
    }

    /// <summary>Adds one value, or all values of a packed field.</summary>
    public void Floats(List<float> values)
    {
        if (Wire == WireType.Fixed32)
        {
            values.Add(Float());
            return;
        }

        var packed = Message();
        while (packed._position < packed._data.Length)
            values.Add(BinaryPrimitives.ReadSingleLittleEndian(packed.Take(4)));
    }

    /// <summary>Adds one value, or all values of a packed field.</summary>
    public void Doubles(List<double> values)
    {
        if (Wire == WireType.Fixed64)
        {
            values.Add(BinaryPrimitives.ReadDoubleLittleEndian(Take(8)));
            return;
        }

        var packed = Message();
        while (packed._position < packed._data.Length)
            values.Add(BinaryPrimitives.ReadDoubleLittleEndian(packed.Take(8)));
    }

    public void Skip()
    {
        switch (Wire)
        {
            case WireType.Varint:
                ReadVarint();
                break;
            case WireType.Fixed64:
                Take(8);
                break;
            case WireType.Fixed32:
                Take(4);
                break;
            default:
                Bytes();
                break;
        }
    }

    public readonly InferenceException Damaged(string reason) =>
        new($"The ONNX file is damaged near byte {_origin + _position}: {reason}. Write it again, or take it from its source again.");

    private readonly void Expect(WireType wire)
    {
        if (Wire != wire)
            throw Damaged($"field {Field} has the wire type {Wire} where {wire} belongs");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _data.Length - _position)
            throw Damaged($"field {Field} needs {count} bytes, and {_data.Length - _position} are left");
        var taken = _data.Slice(_position, count);
        _position += count;
        return taken;
    }

    private ulong ReadVarint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_position == _data.Length)
                throw Damaged("it ends in the middle of a number");
            var next = _data[_position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw Damaged("a number has more than ten bytes");
    }
}
