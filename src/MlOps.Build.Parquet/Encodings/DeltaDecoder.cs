namespace MlOps.Build.Parquet.Encodings;

/// <summary>DELTA_BINARY_PACKED: blocks of differences, each less the block's smallest (apache/parquet-format, Encodings.md).</summary>
internal static class DeltaDecoder
{
    /// <summary>Decodes exactly so many numbers as the target takes. Sums wrap, as those of the writers do.</summary>
    public static void Decode(ref ByteCursor cursor, Span<long> target)
    {
        var blockSize = cursor.VarInt();
        var miniblocks = cursor.VarInt();
        var total = cursor.VarInt();
        var value = cursor.ZigZag();
        if (total != (ulong)target.Length)
            Faults.Page($"delta-encoded numbers claim to be {total} where {target.Length} belong");
        if (miniblocks is 0 or > 4096 || blockSize > 1 << 24 || blockSize % miniblocks != 0 || blockSize / miniblocks % 8 != 0 || blockSize == 0)
            Faults.Page($"delta-encoded numbers claim blocks of {blockSize} values in {miniblocks} parts");
        if (target.Length == 0)
            return;
        target[0] = value;
        var rest = target[1..];
        Span<byte> widths = stackalloc byte[(int)miniblocks];
        while (rest.Length > 0)
        {
            var smallest = cursor.ZigZag();
            cursor.Take((int)miniblocks).CopyTo(widths);
            for (var i = 0; i < widths.Length && rest.Length > 0; i++)
            {
                var count = Math.Min(rest.Length, (int)(blockSize / miniblocks));
                value = DecodePart(ref cursor, (int)(blockSize / miniblocks), widths[i], smallest, value, rest[..count]);
                rest = rest[count..];
            }
        }
    }

    private static long DecodePart(ref ByteCursor cursor, int partSize, int width, long smallest, long value, Span<long> target)
    {
        if (width > 64)
            Faults.Page($"delta-encoded numbers have {width} bits where at most 64 are allowed");
        var needed = BitUnpacker.Bytes(target.Length, width);
        var source = cursor.Take(Math.Max(needed, Math.Min((long)partSize / 8 * width, cursor.Left)));
        Span<ulong> deltas = stackalloc ulong[128];
        for (var done = 0; done < target.Length; done += deltas.Length)
        {
            var part = deltas[..Math.Min(deltas.Length, target.Length - done)];
            BitUnpacker.Unpack(source[(int)((long)done * width / 8)..], width, part);
            for (var i = 0; i < part.Length; i++)
            {
                value = unchecked(value + smallest + (long)part[i]);
                target[done + i] = value;
            }
        }

        return value;
    }
}
