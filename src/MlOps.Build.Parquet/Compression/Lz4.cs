using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Compression;

/// <summary>Unpacks a block of LZ4 (lz4/lz4, doc/lz4_Block_format.md).</summary>
internal static class Lz4
{
    /// <summary>Fills the target exactly.</summary>
    public static void Unpack(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var cursor = new ByteCursor(source, "LZ4's content");
        var written = 0;
        while (cursor.Left > 0)
        {
            var token = cursor.Byte();
            var literal = cursor.Take(Length(ref cursor, token >> 4));
            if (literal.Length > target.Length - written)
                Faults.Page("LZ4's content unpacks to more than the page header says");
            literal.CopyTo(target[written..]);
            written += literal.Length;
            if (cursor.Left == 0)
                break;
            var offset = cursor.Byte() | cursor.Byte() << 8;
            BackReference.Copy(target, ref written, offset, Length(ref cursor, token & 15) + 4);
        }

        if (written != target.Length)
            Faults.Page($"LZ4's content unpacks to {written} bytes where the page header says {target.Length}");
    }

    private static long Length(ref ByteCursor cursor, int length)
    {
        if (length < 15)
            return length;
        long total = length;
        byte next;
        do
        {
            next = cursor.Byte();
            total += next;
        }
        while (next == 255);
        return total;
    }
}
