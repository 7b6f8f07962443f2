namespace MlOps.Build.Parquet.Compression;

/// <summary>The fixed tables of RFC 8878, sections 3.1.1.3.2.1 and 3.1.1.3.2.2.</summary>
internal static class ZstdCodes
{
    /// <summary>Extra bits of each code of literal lengths.</summary>
    public static ReadOnlySpan<byte> LiteralBits =>
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

    /// <summary>Extra bits of each code of match lengths.</summary>
    public static ReadOnlySpan<byte> MatchBits =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
    ];

    /// <summary>The distribution of literal lengths that needs no table.</summary>
    public static ReadOnlySpan<short> LiteralShares =>
    [
        4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1,
    ];

    /// <summary>The distribution of match lengths that needs no table.</summary>
    public static ReadOnlySpan<short> MatchShares =>
    [
        1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1,
    ];

    /// <summary>The distribution of offsets that needs no table.</summary>
    public static ReadOnlySpan<short> OffsetShares =>
        [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1];

    /// <summary>The first length of each code: codes follow one another without a gap.</summary>
    public static uint[] Bases(ReadOnlySpan<byte> bits, uint first)
    {
        var bases = new uint[bits.Length];
        for (var code = 0; code < bases.Length; code++)
        {
            bases[code] = first;
            first += 1u << bits[code];
        }

        return bases;
    }
}
