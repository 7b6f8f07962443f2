using System.Buffers;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>FIXED_LEN_BYTE_ARRAY and INT96.</summary>
/// <typeparam name="T">As what they are read.</typeparam>
internal sealed class BytesSource<T>(int width, BytesConversion<T> convert) : DenseSource<T>
{
    protected override int CheckedCount(int bytes, int count)
    {
        if (count < 0 || count > bytes / width)
            Faults.Short("dictionary values", (long)count * width, bytes);
        return count;
    }

    protected override void DecodeValues(ValueEncoding encoding, ReadOnlySpan<byte> content, Span<T> target)
    {
        switch (encoding)
        {
            case ValueEncoding.Plain:
                var cursor = new ByteCursor(content, "values");
                convert(cursor.Take((long)target.Length * width), width, target);
                break;
            case ValueEncoding.ByteStreamSplit:
                DecodeSplit(content, target);
                break;
            case ValueEncoding.DeltaByteArray:
                DecodeTexts(content, target);
                break;
            default:
                Unknown(encoding, "values of fixed length");
                break;
        }
    }

    private void DecodeSplit(ReadOnlySpan<byte> content, Span<T> target)
    {
        var total = (long)target.Length * width;
        if (total > content.Length)
            Faults.Short("values", total, content.Length);
        var bytes = ArrayPool<byte>.Shared.Rent((int)total);
        try
        {
            StreamSplit.Decode(content, width, bytes.AsSpan(0, (int)total));
            convert(bytes.AsSpan(0, (int)total), width, target);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void DecodeTexts(ReadOnlySpan<byte> content, Span<T> target)
    {
        var texts = new TextBuffer(TextBuffer.Most);
        TextPages.Append(ValueEncoding.DeltaByteArray, content, target.Length, texts);
        for (var i = 0; i < target.Length; i++)
        {
            if (texts.Entry(i).Length != width)
                Faults.Page($"a value has {texts.Entry(i).Length} bytes where all have {width}");
        }

        convert(texts.Content.Span, width, target);
    }
}
