using System.Buffers.Binary;
using MlOps.Build.Inference.Onnx.Wire;

namespace MlOps.Build.Trackers.WeightsAndBiases;

/// <summary>Records in the frame of LevelDB's log, with CRC-32 instead of its checksum (<c>wandb/sdk/internal/datastore.py</c>).</summary>
internal sealed class WandbLog
{
    private const int BlockLength = 32768;
    private const int HeaderLength = 7;
    private const int Full = 1;
    private const int First = 2;
    private const int Middle = 3;
    private const int Last = 4;
    private static readonly uint[] Table = MakeTable();
    private readonly MemoryStream _bytes = new();

    public WandbLog() => _bytes.Write([(byte)':', (byte)'W', (byte)'&', (byte)'B', 0xE1, 0xBE, 0x00]);

    public byte[] ToArray() => _bytes.ToArray();

    /// <summary>Adds a message <c>Record</c>; its number is its place.</summary>
    public void Add(int number, int field, Action<ProtoWriter> message)
    {
        var record = new ProtoWriter();
        record.Int64(1, number);
        record.Message(field, message);
        Append(record.ToArray());
    }

    private void Append(ReadOnlySpan<byte> data)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var left = BlockLength - (int)(_bytes.Position % BlockLength);
            if (left < HeaderLength)
            {
                _bytes.Write(new byte[left]);
                left = BlockLength;
            }

            var part = data[..Math.Min(data.Length, left - HeaderLength)];
            data = data[part.Length..];
            Write(part, (isFirst, data.IsEmpty) switch { (true, true) => Full, (true, false) => First, (false, true) => Last, _ => Middle });
            if (data.IsEmpty)
                return;
        }
    }

    private void Write(ReadOnlySpan<byte> part, byte kind)
    {
        var checksum = Next(uint.MaxValue, kind);
        foreach (var value in part)
            checksum = Next(checksum, value);
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, ~checksum);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], (ushort)part.Length);
        header[6] = kind;
        _bytes.Write(header);
        _bytes.Write(part);
    }

    private static uint Next(uint checksum, byte value) => Table[(checksum ^ value) & 0xFF] ^ (checksum >> 8);

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var entry = i;
            for (var bit = 0; bit < 8; bit++)
                entry = (entry & 1) != 0 ? 0xEDB88320 ^ (entry >> 1) : entry >> 1;
            table[i] = entry;
        }

        return table;
    }
}
