using System.Globalization;

namespace MlOps.Build.Parquet.Columns;

/// <summary>The nearest 64-bit number to a decimal.</summary>
internal static class DecimalNumber
{
    private const long Exact = 1L << 53;

    // The powers of ten that a double holds exactly.
    private static readonly double[] Powers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Unscaled divided by 10^scale, correctly rounded: by one division where both are exact, else by way of its digits.</summary>
    public static double ToDouble(Int128 unscaled, int scale)
    {
        if (unscaled >= -Exact && unscaled <= Exact && scale < Powers.Length)
            return (long)unscaled / Powers[scale];
        Span<byte> text = stackalloc byte[64];
        unscaled.TryFormat(text, out var digits, default, CultureInfo.InvariantCulture);
        text[digits++] = (byte)'E';
        (-scale).TryFormat(text[digits..], out var exponent, default, CultureInfo.InvariantCulture);
        return double.Parse(text[..(digits + exponent)], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>A signed number, highest byte first, in at most 16 bytes after those that only repeat the sign.</summary>
    public static Int128 ReadBigEndian(ReadOnlySpan<byte> bytes)
    {
        var sign = bytes.Length > 0 && bytes[0] >= 128 ? (byte)255 : (byte)0;
        while (bytes.Length > 16 && bytes[0] == sign && bytes[1] >= 128 == sign >= 128)
            bytes = bytes[1..];
        if (bytes.Length > 16)
            Faults.Unsupported($"a decimal has {bytes.Length} bytes where at most 16, 38 digits, are read; cast it to decimal(38) or float64");
        var value = sign == 0 ? UInt128.Zero : UInt128.MaxValue;
        foreach (var next in bytes)
            value = value << 8 | next;
        return (Int128)value;
    }
}
