using System.Runtime.CompilerServices;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Dates of ten characters, and times of day, without a look at what is rare.</summary>
internal static class ShortDate
{
    /// <summary>Reads <c>yyyy-MM-dd</c> as days since 1970-01-01.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ref byte text, out int days)
    {
        days = 0;
        var high = Pair(ref text, 0);
        var low = Pair(ref text, 2);
        var month = Pair(ref text, 5);
        var day = Pair(ref text, 8);
        if ((high | low | month | day) < 0 || Unsafe.Add(ref text, 4) != '-' || Unsafe.Add(ref text, 7) != '-')
            return false;
        var year = (high * 100) + low;
        if (year == 0 || (uint)(month - 1) > 11 || (uint)(day - 1) > 30 || (day > 28 && day > DaysIn(year, month)))
            return false;

        // Years from March on, so that the leap day comes last (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
        var shifted = month <= 2 ? year - 1 : year;
        var era = shifted / 400;
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        days = (era * 146097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719468;
        return true;
    }

    /// <summary>Two digits as a number; negative when one is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pair(ref byte text, int at)
    {
        var (tens, ones) = ((uint)(Unsafe.Add(ref text, at) - '0'), (uint)(Unsafe.Add(ref text, at + 1) - '0'));
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : -1;
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
