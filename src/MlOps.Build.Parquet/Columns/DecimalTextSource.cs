using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>Decimals in BYTE_ARRAY.</summary>
internal sealed class DecimalTextSource(int scale) : DenseSource<double>
{
    protected override int CheckedCount(int bytes, int count)
    {
        if (count < 0 || count > bytes / 4)
            Faults.Short("dictionary values", count * 4L, bytes);
        return count;
    }

    protected override void DecodeValues(ValueEncoding encoding, ReadOnlySpan<byte> content, Span<double> target)
    {
        var texts = new TextBuffer(TextBuffer.Most);
        TextPages.Append(encoding, content, target.Length, texts);
        for (var i = 0; i < target.Length; i++)
            target[i] = DecimalNumber.ToDouble(DecimalNumber.ReadBigEndian(texts.Entry(i)), scale);
    }
}
