using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>BOOLEAN: a bit a value, or runs.</summary>
internal sealed class BooleanSource : DenseSource<bool>
{
    protected override int CheckedCount(int bytes, int count)
    {
        if (count < 0 || count > bytes * 8L)
            Faults.Short("dictionary values", (count + 7L) / 8, bytes);
        return count;
    }

    protected override void DecodeValues(ValueEncoding encoding, ReadOnlySpan<byte> content, Span<bool> target)
    {
        var cursor = new ByteCursor(content, "values");
        if (encoding == ValueEncoding.Plain)
        {
            var bits = cursor.Take((target.Length + 7L) / 8);
            for (var i = 0; i < target.Length; i++)
                target[i] = (bits[i >> 3] >> (i & 7) & 1) != 0;
            return;
        }

        if (encoding != ValueEncoding.Rle)
            Unknown(encoding, "booleans");
        var runs = new ByteCursor(cursor.Take(cursor.Int32()), "runs of booleans");
        var levels = new ValidityBuilder(target.Length);
        HybridDecoder.DecodeLevels(ref runs, target.Length, levels);
        for (var i = 0; i < target.Length; i++)
            target[i] = levels.MissingCount == 0 || (levels.Bits[i >> 6] >> (i & 63) & 1) != 0;
    }
}
