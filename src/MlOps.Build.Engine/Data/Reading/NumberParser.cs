using System.Globalization;
using System.Text;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Numbers and truth values from UTF-8, invariant culture, spaces around them ignored.</summary>
internal static class NumberParser
{
    private const NumberStyles FloatStyles =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Powers of ten that a double holds exactly.
    private static readonly double[] Powers =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    public static ParseOutcome Boolean(ReadOnlySpan<byte> text, out bool value)
    {
        text = text.Trim((byte)' ');
        value = Ascii.EqualsIgnoreCase(text, "true"u8);
        return value || Ascii.EqualsIgnoreCase(text, "false"u8) ? ParseOutcome.Parsed : ParseOutcome.Mismatch;
    }

    public static ParseOutcome Int64(ReadOnlySpan<byte> text, out long value) =>
        long.TryParse(text.Trim((byte)' '), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            ? ParseOutcome.Parsed
            : ParseOutcome.Mismatch;

    public static ParseOutcome Float64(ReadOnlySpan<byte> text, out double value)
    {
        text = text.Trim((byte)' ');
        if (TryShort(text, out value))
            return ParseOutcome.Parsed;
        if (IsNotFinite(text))
            return ParseOutcome.NotFinite;
        if (!StartsLikeNumber(text) || !double.TryParse(text, FloatStyles, CultureInfo.InvariantCulture, out value))
            return ParseOutcome.Mismatch;
        return double.IsFinite(value) ? ParseOutcome.Parsed : ParseOutcome.NotFinite;
    }

    public static ParseOutcome Float32(ReadOnlySpan<byte> text, out float value)
    {
        text = text.Trim((byte)' ');
        value = float.NaN;
        if (IsNotFinite(text))
            return ParseOutcome.NotFinite;
        if (!StartsLikeNumber(text) || !float.TryParse(text, FloatStyles, CultureInfo.InvariantCulture, out value))
            return ParseOutcome.Mismatch;
        return float.IsFinite(value) ? ParseOutcome.Parsed : ParseOutcome.NotFinite;
    }

    // The framework's parser also knows "∞" and "NaN" under any style.
    private static bool StartsLikeNumber(ReadOnlySpan<byte> text) =>
        text.Length > 0 && (char.IsAsciiDigit((char)text[^1]) || text[^1] == '.')
        && (char.IsAsciiDigit((char)text[0]) || text[0] is (byte)'-' or (byte)'+' or (byte)'.');

    private static bool IsNotFinite(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || char.IsAsciiDigit((char)text[^1]))
            return false;
        if (text[0] is (byte)'-' or (byte)'+')
            text = text[1..];
        return Ascii.EqualsIgnoreCase(text, "nan"u8) || Ascii.EqualsIgnoreCase(text, "inf"u8) || Ascii.EqualsIgnoreCase(text, "infinity"u8);
    }

    // Up to 15 digits without exponent: digits and power of ten are exact doubles, so one division rounds correctly (Clinger, 1990).
    private static bool TryShort(ReadOnlySpan<byte> text, out double value)
    {
        value = double.NaN;
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        if (text.Length == at || text.Length - at > 16)
            return false;
        var digits = 0L;
        var count = 0;
        var point = -1;
        for (var i = at; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                count++;
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        if (count is 0 or > 15)
            return false;
        value = digits / Powers[point < 0 ? 0 : text.Length - 1 - point];
        if (at == 1)
            value = -value;
        return true;
    }
}
