using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Compression;

/// <summary>Unpacks Snappy's raw format (google/snappy, format_description.txt).</summary>
internal static class Snappy
{
    /// <summary>Fills the target exactly.</summary>
    public static void Unpack(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var cursor = new ByteCursor(source, "snappy's content");
        var length = cursor.VarInt();
        if (length != (ulong)target.Length)
            Faults.Page($"snappy's content claims {length} bytes where the page header says {target.Length}");
        var written = 0;
        while (cursor.Left > 0)
        {
            var tag = cursor.Byte();
            if ((tag & 3) == 0)
            {
                var literal = cursor.Take(LiteralLength(ref cursor, tag >> 2));
                if (literal.Length > target.Length - written)
                    Faults.Page("snappy's content unpacks to more than it claims");
                literal.CopyTo(target[written..]);
                written += literal.Length;
            }
            else
            {
                var (offset, count) = Copy(ref cursor, tag);
                BackReference.Copy(target, ref written, offset, count);
            }
        }

        if (written != target.Length)
            Faults.Page($"snappy's content unpacks to {written} bytes where it claims {target.Length}");
    }

    private static long LiteralLength(ref ByteCursor cursor, int length)
    {
        if (length < 60)
            return length + 1;
        var value = 0L;
        var bytes = cursor.Take(length - 59);
        for (var i = 0; i < bytes.Length; i++)
            value |= (long)bytes[i] << (8 * i);
        return value + 1;
    }

    private static (long Offset, int Count) Copy(ref ByteCursor cursor, byte tag) => (tag & 3) switch
    {
        1 => ((tag & 0xE0) << 3 | cursor.Byte(), (tag >> 2 & 7) + 4),
        2 => (cursor.Byte() | cursor.Byte() << 8, (tag >> 2) + 1),
        _ => ((uint)cursor.Int32(), (tag >> 2) + 1),
    };
}
