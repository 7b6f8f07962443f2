using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlOps.Build.Parquet.Encodings;

/// <summary>Unpacks numbers of a fixed number of bits, lowest bit first.</summary>
internal static class BitUnpacker
{
    /// <summary>The bytes that so many numbers take.</summary>
    public static long Bytes(long count, int width) => (count * width + 7) / 8;

    /// <summary>Unpacks numbers of 0 to 32 bits; <paramref name="source"/> holds at least <see cref="Bytes"/>.</summary>
    public static void Unpack(ReadOnlySpan<byte> source, int width, Span<int> target)
    {
        if (width == 0)
        {
            target.Clear();
            return;
        }

        // A number lies within the eight bytes from its first byte on; where those are not all there, a padded copy stands in.
        var whole = (int)Math.Clamp(((source.Length - 8) * 8L + 7) / width, 0, target.Length);
        UnpackWhole(source, width, target[..whole]);
        if (whole == target.Length)
            return;
        Span<byte> tail = stackalloc byte[80];
        tail.Clear();
        var firstByte = (int)((long)whole * width / 8);
        var rest = source[firstByte..];
        rest[..Math.Min(rest.Length, 72)].CopyTo(tail);
        var bit = (int)((long)whole * width % 8);
        var mask = uint.MaxValue >> (32 - width);
        for (var i = whole; i < target.Length; i++, bit += width)
            target[i] = (int)((uint)(BinaryPrimitives.ReadUInt64LittleEndian(tail[(bit >> 3)..]) >> (bit & 7)) & mask);
    }

    /// <summary>Unpacks numbers of 0 to 64 bits; <paramref name="source"/> holds at least <see cref="Bytes"/>.</summary>
    public static void Unpack(ReadOnlySpan<byte> source, int width, Span<ulong> target)
    {
        var mask = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        Span<byte> tail = stackalloc byte[16];
        for (var i = 0; i < target.Length; i++)
        {
            var bit = (long)i * width;
            scoped var window = source[(int)(bit >> 3)..];
            if (window.Length < 9)
            {
                tail.Clear();
                window.CopyTo(tail);
                window = tail;
            }

            var shift = (int)(bit & 7);
            var low = BinaryPrimitives.ReadUInt64LittleEndian(window) >> shift;
            target[i] = (shift + width > 64 ? low | ((ulong)window[8] << (64 - shift)) : low) & mask;
        }
    }

    private static void UnpackWhole(ReadOnlySpan<byte> source, int width, Span<int> target)
    {
        ref var start = ref MemoryMarshal.GetReference(source);
        var mask = uint.MaxValue >> (32 - width);
        var bit = 0L;
        for (var i = 0; i < target.Length; i++, bit += width)
        {
            var window = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, (nint)(bit >> 3)));
            target[i] = (int)((uint)((BitConverter.IsLittleEndian ? window : BinaryPrimitives.ReverseEndianness(window)) >> (int)(bit & 7)) & mask);
        }
    }
}
