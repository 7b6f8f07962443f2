using System.Buffers.Binary;
using System.Numerics;
using MlOps.Build.Inference.Onnx.Wire;

namespace MlOps.Build.Trackers.TensorBoard;

/// <summary>
/// Events in TensorBoard's file: each a message <c>Event</c> (<c>tensorboard/compat/proto/event.proto</c>) between its length and its checksum
/// (<c>tensorflow/core/lib/io/record_writer.h</c>).
/// </summary>
internal sealed class EventFile
{
    private const string Version = "brain.Event:2";
    private readonly MemoryStream _bytes = new();

    /// <param name="time">Seconds since 1970 of the first event.</param>
    public EventFile(double time)
    {
        var first = new ProtoWriter();
        first.Double(1, time);
        first.String(3, Version);
        Append(first.ToArray());
    }

    /// <summary>Adds a summary of one value.</summary>
    /// <param name="time">Seconds since 1970.</param>
    /// <param name="step">The round.</param>
    /// <param name="value">Writes a message <c>Summary.Value</c>.</param>
    public void Add(double time, long step, Action<ProtoWriter> value)
    {
        var entry = new ProtoWriter();
        entry.Double(1, time);
        entry.Int64(2, step);
        entry.Message(5, summary => summary.Message(1, value));
        Append(entry.ToArray());
    }

    public byte[] ToArray() => _bytes.ToArray();

    /// <summary>CRC-32C, turned and shifted: a checksum of bytes that hold checksums would be too regular.</summary>
    internal static uint MaskedChecksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var value in bytes)
            checksum = BitOperations.Crc32C(checksum, value);
        checksum = ~checksum;
        return BitOperations.RotateRight(checksum, 15) + 0xA282EAD8;
    }

    private void Append(byte[] data)
    {
        Span<byte> frame = stackalloc byte[12];
        BinaryPrimitives.WriteUInt64LittleEndian(frame, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[8..], MaskedChecksum(frame[..8]));
        _bytes.Write(frame);
        _bytes.Write(data);
        BinaryPrimitives.WriteUInt32LittleEndian(frame, MaskedChecksum(data));
        _bytes.Write(frame[..4]);
    }
}
