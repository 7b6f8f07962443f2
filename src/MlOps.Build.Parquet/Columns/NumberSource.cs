using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>INT32, INT64, FLOAT and DOUBLE.</summary>
/// <typeparam name="TStored">int, long, float or double.</typeparam>
/// <typeparam name="TRead">As what they are read.</typeparam>
internal sealed class NumberSource<TStored, TRead>(SpanConversion<TStored, TRead> convert) : DenseSource<TRead>
    where TStored : unmanaged
    where TRead : unmanaged
{
    private static readonly bool IsWhole = typeof(TStored) == typeof(int) || typeof(TStored) == typeof(long);

    protected override int CheckedCount(int bytes, int count)
    {
        if (count < 0 || count > bytes / Unsafe.SizeOf<TStored>())
            Faults.Short("dictionary values", (long)count * Unsafe.SizeOf<TStored>(), bytes);
        return count;
    }

    protected override void DecodeValues(ValueEncoding encoding, ReadOnlySpan<byte> content, Span<TRead> target)
    {
        var cursor = new ByteCursor(content, "values");
        switch (encoding)
        {
            case ValueEncoding.Plain:
                var bytes = cursor.Take((long)target.Length * Unsafe.SizeOf<TStored>());
                convert(MemoryMarshal.Cast<byte, TStored>(bytes), target);
                break;
            case ValueEncoding.ByteStreamSplit:
                DecodeSplit(content, target);
                break;
            case ValueEncoding.DeltaBinaryPacked when IsWhole:
                DecodeDelta(ref cursor, target);
                break;
            default:
                Unknown(encoding, typeof(TStored).Name);
                break;
        }
    }

    private void DecodeSplit(ReadOnlySpan<byte> content, Span<TRead> target)
    {
        var stored = ArrayPool<TStored>.Shared.Rent(target.Length);
        try
        {
            StreamSplit.Decode(content, Unsafe.SizeOf<TStored>(), MemoryMarshal.AsBytes(stored.AsSpan(0, target.Length)));
            convert(stored.AsSpan(0, target.Length), target);
        }
        finally
        {
            ArrayPool<TStored>.Shared.Return(stored);
        }
    }

    private void DecodeDelta(ref ByteCursor cursor, Span<TRead> target)
    {
        var numbers = ArrayPool<long>.Shared.Rent(target.Length);
        try
        {
            var used = numbers.AsSpan(0, target.Length);
            DeltaDecoder.Decode(ref cursor, used);
            var stored = MemoryMarshal.Cast<long, TStored>(used);
            if (typeof(TStored) == typeof(int))
                Narrow(used, MemoryMarshal.Cast<long, int>(used));
            convert(stored[..target.Length], target);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(numbers);
        }
    }

    // In place: each number moves to or before where it was.
    private static void Narrow(ReadOnlySpan<long> source, Span<int> target)
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = unchecked((int)source[i]);
    }
}
