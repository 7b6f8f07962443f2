using System.Buffers;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>Decodes pages of BYTE_ARRAY.</summary>
internal static class TextPages
{
    public static void Append(ValueEncoding encoding, ReadOnlySpan<byte> content, int count, TextBuffer target)
    {
        var cursor = new ByteCursor(content, "texts");
        switch (encoding)
        {
            case ValueEncoding.Plain:
                for (var i = 0; i < count; i++)
                    target.Append(cursor.Take(cursor.Int32()));
                break;
            case ValueEncoding.DeltaLengthByteArray:
                AppendByLengths(ref cursor, count, target);
                break;
            case ValueEncoding.DeltaByteArray:
                AppendByPrefixes(ref cursor, count, target);
                break;
            default:
                Faults.Unsupported($"its encoding, {encoding}, is not read for texts; write the file anew with plain or dictionary encoding");
                break;
        }
    }

    private static void AppendByLengths(ref ByteCursor cursor, int count, TextBuffer target)
    {
        var lengths = ArrayPool<long>.Shared.Rent(count);
        try
        {
            DeltaDecoder.Decode(ref cursor, lengths.AsSpan(0, count));
            foreach (var length in lengths.AsSpan(0, count))
                target.Append(cursor.Take(length));
        }
        finally
        {
            ArrayPool<long>.Shared.Return(lengths);
        }
    }

    private static void AppendByPrefixes(ref ByteCursor cursor, int count, TextBuffer target)
    {
        var prefixes = ArrayPool<long>.Shared.Rent(count);
        var lengths = ArrayPool<long>.Shared.Rent(count);
        try
        {
            DeltaDecoder.Decode(ref cursor, prefixes.AsSpan(0, count));
            DeltaDecoder.Decode(ref cursor, lengths.AsSpan(0, count));
            var last = 0L;
            for (var i = 0; i < count; i++)
            {
                var suffix = cursor.Take(lengths[i]);
                if (prefixes[i] < 0 || prefixes[i] > last)
                    Faults.Page($"a text shares {prefixes[i]} bytes with one that has {last}");
                target.Append((int)prefixes[i], suffix);
                last = prefixes[i] + suffix.Length;
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(prefixes);
            ArrayPool<long>.Shared.Return(lengths);
        }
    }
}
