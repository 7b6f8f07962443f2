using System.Buffers.Binary;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Compression;

/// <summary>What stands before a frame's blocks (RFC 8878, section 3.1.1.1).</summary>
internal readonly record struct ZstdFrameHeader
{
    public const uint Magic = 0xFD2FB528;

    private const uint SkippableMagic = 0x184D2A50;

    /// <summary>How far back its content may refer, in bytes.</summary>
    public required ulong Window { get; init; }

    /// <summary>The bytes that it unpacks to; null when the writer did not know.</summary>
    public required ulong? ContentSize { get; init; }

    public required bool HasChecksum { get; init; }

    /// <summary>The number of the dictionary that it was packed with; 0 for none.</summary>
    public required uint Dictionary { get; init; }

    public static bool IsSkippable(uint magic) => (magic & 0xFFFFFFF0) == SkippableMagic;

    /// <summary>The bytes of a header after the magic number, by the first of them.</summary>
    public static int SizeOf(byte flags) => 1 + (IsSingle(flags) ? 0 : 1) + DictionaryBytes(flags) + ContentBytes(flags);

    public static ZstdFrameHeader Read(ref ByteCursor cursor)
    {
        var flags = cursor.Byte();
        if ((flags & 8) != 0)
            Faults.Page("zstd's frame header has a bit that is reserved");
        var window = IsSingle(flags) ? 0 : WindowOf(cursor.Byte());
        var dictionary = Number(cursor.Take(DictionaryBytes(flags)));
        var field = cursor.Take(ContentBytes(flags));
        ulong? size = field.Length switch { 0 => null, 2 => Number(field) + 256, _ => Number(field) };
        return new ZstdFrameHeader
        {
            Window = IsSingle(flags) ? size!.Value : window,
            ContentSize = size,
            HasChecksum = (flags & 4) != 0,
            Dictionary = (uint)dictionary,
        };
    }

    // The whole content is one segment: there is no window but the content.
    private static bool IsSingle(byte flags) => (flags & 32) != 0;

    private static int DictionaryBytes(byte flags) => (flags & 3) switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 };

    private static int ContentBytes(byte flags) => (flags >> 6) switch { 0 => IsSingle(flags) ? 1 : 0, 1 => 2, 2 => 4, _ => 8 };

    private static ulong WindowOf(byte descriptor)
    {
        var whole = 1UL << (10 + (descriptor >> 3));
        return whole + whole / 8 * (ulong)(descriptor & 7);
    }

    private static ulong Number(ReadOnlySpan<byte> bytes)
    {
        Span<byte> whole = stackalloc byte[8];
        whole.Clear();
        bytes.CopyTo(whole);
        return BinaryPrimitives.ReadUInt64LittleEndian(whole);
    }
}
