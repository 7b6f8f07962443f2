namespace MlOps.Build.Parquet.Encodings;

/// <summary>Parquet's mix of runs and bit-packed groups (apache/parquet-format, Encodings.md: RLE).</summary>
internal static class HybridDecoder
{
    /// <summary>Fills the target with numbers of 0 to 32 bits.</summary>
    public static void Decode(ref ByteCursor cursor, int width, Span<int> target)
    {
        if (width is < 0 or > 32)
            Faults.Page($"numbers of {width} bits stand where at most 32 are allowed");
        while (target.Length > 0)
        {
            var header = cursor.VarInt();
            var count = Count(header, target.Length);
            if ((header & 1) == 0)
                target[..count].Fill(Repeated(ref cursor, width));
            else
                BitUnpacker.Unpack(Packed(ref cursor, header, count, width), width, target[..count]);
            target = target[count..];
        }
    }

    /// <summary>Appends levels of one bit to the bits.</summary>
    public static void DecodeLevels(ref ByteCursor cursor, int count, ValidityBuilder bits)
    {
        while (count > 0)
        {
            var header = cursor.VarInt();
            var run = Count(header, count);
            if ((header & 1) == 0)
                bits.AppendRun(Level(ref cursor), run);
            else
                bits.AppendBits(Packed(ref cursor, header, run, 1), run);
            count -= run;
        }
    }

    // The last group is padded, so it may hold more values than there are rows left; a run may not.
    private static int Count(ulong header, int left)
    {
        var isPacked = (header & 1) != 0;
        var count = header >> 1;
        if (count == 0 || count > int.MaxValue || (!isPacked && count > (ulong)left))
            Faults.Page($"a run of {count} values stands where {left} are left");
        return (int)Math.Min((ulong)left, isPacked ? count * 8 : count);
    }

    private static bool Level(ref ByteCursor cursor)
    {
        var level = cursor.Byte();
        if (level > 1)
            Faults.Page($"a definition level is {level} in a column that has 0 and 1");
        return level == 1;
    }

    // Some writers leave the padding of the last group out: what is needed must be there, the rest may be.
    private static ReadOnlySpan<byte> Packed(ref ByteCursor cursor, ulong header, int count, int width)
    {
        var needed = BitUnpacker.Bytes(count, width);
        var full = (long)(header >> 1) * width;
        return cursor.Take(Math.Max(needed, Math.Min(full, cursor.Left)));
    }

    private static int Repeated(ref ByteCursor cursor, int width)
    {
        var value = 0u;
        var bytes = cursor.Take((width + 7) / 8);
        for (var i = 0; i < bytes.Length; i++)
            value |= (uint)bytes[i] << (8 * i);
        if (width < 32 && value >> width != 0)
            Faults.Page($"a repeated value is {value} where {width} bits are allowed");
        return (int)value;
    }
}
