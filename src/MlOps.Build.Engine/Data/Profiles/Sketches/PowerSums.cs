using System.Globalization;
using System.Numerics;

namespace MlOps.Build.Engine.Data.Profiles.Sketches;

/// <summary>
/// Exact sums of the first four powers of numbers, as whole numbers of their smallest unit: neither order nor division of the values changes
/// a bit, and nothing cancels however large the mean is (the long accumulator of Kulisch).
/// </summary>
internal sealed class PowerSums
{
    private const int Powers = 4;

    // The smallest unit is 2^-1088 for the first power, a multiple of 32 bits below the smallest number, 2^-1074.
    private const int Unit = 1088;
    private const int MostPending = 1 << 29;

    // Digits of 32 bits in places of 64: carries wait.
    private readonly long[][] _digits = [.. Enumerable.Range(1, Powers).Select(power => new long[(power * (Unit + 1088) / 32) + 4])];
    private readonly BigInteger[] _whole = new BigInteger[Powers];
    private int _pending;

    public long Count { get; private set; }

    /// <summary>Adds a finite number.</summary>
    public void Add(double value)
    {
        Count++;
        if (value == 0)
            return;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52 & 0x7FF);
        var mantissa = (ulong)bits & 0xF_FFFF_FFFF_FFFF;
        mantissa |= exponent == 0 ? 0 : 1UL << 52;
        Add(bits < 0, mantissa, Math.Max(exponent, 1) - 1075);
    }

    public void Add(long value)
    {
        Count++;
        if (value != 0)
            Add(value < 0, value < 0 ? (ulong)-value : (ulong)value, 0);
    }

    public void Merge(PowerSums other)
    {
        Settle();
        other.Settle();
        Count += other.Count;
        for (var i = 0; i < Powers; i++)
            _whole[i] += other._whole[i];
    }

    /// <summary>The sums in units of 2^(-1088 k) for the k-th power.</summary>
    public IReadOnlyList<BigInteger> Sums()
    {
        Settle();
        return _whole;
    }

    public IReadOnlyList<string> Write() => [.. Sums().Select(Write)];

    /// <summary>Null when the texts are not what <see cref="Write()"/> wrote.</summary>
    public static PowerSums? Read(IReadOnlyList<string> texts, long count)
    {
        var sums = new PowerSums { Count = count };
        for (var i = 0; i < Powers; i++)
        {
            if (texts.Count != Powers || Parse(texts[i]) is not { } sum)
                return null;
            sums._whole[i] = sum;
        }

        return sums;
    }

    // A hexadecimal whole number and the power of two that it is to be multiplied with: most end in many zeros.
    private static string Write(BigInteger sum)
    {
        var zeros = sum.IsZero ? 0 : (int)BigInteger.TrailingZeroCount(sum);
        var digits = BigInteger.Abs(sum >> zeros).ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return string.Create(CultureInfo.InvariantCulture, $"{(sum.Sign < 0 ? "-" : "")}{(digits.Length == 0 ? "0" : digits)}p{zeros}");
    }

    private static BigInteger? Parse(string text)
    {
        var negative = text.StartsWith('-');
        var parts = text.TrimStart('-').Split('p');
        if (text.Length > 4000 || parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var zeros) || zeros > 10_000
            || !BigInteger.TryParse("0" + parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var digits))
        {
            return null;
        }

        return (negative ? -digits : digits) << zeros;
    }

    private void Add(bool negative, ulong mantissa, int exponent)
    {
        Span<ulong> product = stackalloc ulong[Powers];
        product.Clear();
        product[0] = 1;
        for (var power = 1; power <= Powers; power++)
        {
            var carry = 0UL;
            for (var i = 0; i < power; i++)
            {
                var high = Math.BigMul(product[i], mantissa, out var low);
                product[i] = low + carry;
                carry = high + (product[i] < low ? 1UL : 0UL);
            }

            Add(_digits[power - 1], product[..power], (power * (exponent + Unit)), negative && (power & 1) == 1);
        }

        if (++_pending >= MostPending)
            Settle();
    }

    private static void Add(long[] digits, ReadOnlySpan<ulong> product, int place, bool negative)
    {
        var (digit, shift) = (place >> 5, place & 31);
        var carried = 0UL;
        for (var i = 0; i < product.Length; i++)
        {
            var low = (product[i] << shift) | carried;
            carried = shift == 0 ? 0 : product[i] >> (64 - shift);
            Add(digits, digit++, (uint)low, negative);
            Add(digits, digit++, (uint)(low >> 32), negative);
        }

        if (carried != 0)
            Add(digits, digit, (uint)carried, negative);
    }

    private static void Add(long[] digits, int digit, uint value, bool negative) => digits[digit] += negative ? -(long)value : value;

    private void Settle()
    {
        if (_pending == 0)
            return;
        for (var power = 0; power < Powers; power++)
        {
            var digits = _digits[power];
            for (var i = 0; i < digits.Length; i++)
            {
                if (digits[i] != 0)
                    _whole[power] += (BigInteger)digits[i] << (32 * i);
            }

            Array.Clear(digits);
        }

        _pending = 0;
    }
}
