namespace MlOps.Build.Parquet.Encodings;

/// <summary>BYTE_STREAM_SPLIT: all first bytes, then all second bytes, and so on (apache/parquet-format, Encodings.md).</summary>
internal static class StreamSplit
{
    /// <summary>Puts the bytes of each value together.</summary>
    /// <param name="source">The page's values.</param>
    /// <param name="width">Bytes of a value.</param>
    /// <param name="target">All values; a multiple of <paramref name="width"/>.</param>
    public static void Decode(ReadOnlySpan<byte> source, int width, Span<byte> target)
    {
        if (source.Length < target.Length)
            Faults.Short("values", target.Length, source.Length);
        var count = target.Length / width;
        for (var b = 0; b < width; b++)
        {
            var stream = source.Slice(b * count, count);
            for (int i = 0, at = b; i < stream.Length; i++, at += width)
                target[at] = stream[i];
        }
    }
}
