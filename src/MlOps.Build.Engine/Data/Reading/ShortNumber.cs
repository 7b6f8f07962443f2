using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Decimal numbers of up to 16 characters, digits with at most one point.</summary>
internal static class ShortNumber
{
    /// <summary>The largest integer up to which every integer is a double.</summary>
    public const long MostExact = 1L << 53;

    // Powers of ten that a double holds exactly.
    public static ReadOnlySpan<double> Powers =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16];

    /// <summary>Reads the digits before a place.</summary>
    /// <param name="end">The byte after the last digit; 16 bytes before it must be readable.</param>
    /// <param name="length">The number of characters; longer numbers are not read.</param>
    /// <param name="digits">The number without its point.</param>
    /// <param name="decimals">Digits after the point; -1 when there is no point.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ref byte end, int length, out long digits, out int decimals)
    {
        (digits, decimals) = (0, -1);
        if ((uint)(length - 1) > 15)
            return false;
        if (!Sse41.IsSupported)
            return TryEach(ref end, length, out digits, out decimals);
        var bytes = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref end, 16));
        var places = Vector128<byte>.Indices.AsSByte();
        var inside = Vector128.GreaterThan(places, Vector128.Create((sbyte)(15 - length)));
        var point = (Vector128.Equals(bytes, Vector128.Create((byte)'.')) & inside.AsByte()).ExtractMostSignificantBits();
        var values = (bytes - Vector128.Create((byte)'0')) & inside.AsByte();
        if (point != 0)
        {
            // What stands before the point moves up by one; a second point is no digit.
            var at = System.Numerics.BitOperations.TrailingZeroCount(point);
            decimals = 15 - at;
            var moves = places + Vector128.LessThanOrEqual(places, Vector128.Create((sbyte)at));
            values = Ssse3.Shuffle(values, moves.AsByte());
            if (length == 1)
                return false;
        }

        if (Vector128.GreaterThanAny(values, Vector128.Create((byte)9)))
            return false;
        var pairs = Ssse3.MultiplyAddAdjacent(values, Vector128.Create((short)0x010A).AsSByte());
        var fours = Sse2.MultiplyAddAdjacent(pairs, Vector128.Create(0x00010064).AsInt16());
        var eights = Sse2.MultiplyAddAdjacent(Sse41.PackUnsignedSaturate(fours, fours).AsInt16(), Vector128.Create(0x00012710).AsInt16());
        digits = ((long)eights.ToScalar() * 100_000_000) + eights.GetElement(1);
        return true;
    }

    private static bool TryEach(ref byte end, int length, out long digits, out int decimals)
    {
        (digits, decimals) = (0, -1);
        for (var i = length; i > 0; i--)
        {
            var digit = (uint)(Unsafe.Subtract(ref end, i) - '0');
            if (digit <= 9)
                digits = (digits * 10) + digit;
            else if (Unsafe.Subtract(ref end, i) == '.' && decimals < 0)
                decimals = i - 1;
            else
                return false;
        }

        return length > 1 || decimals < 0;
    }
}
