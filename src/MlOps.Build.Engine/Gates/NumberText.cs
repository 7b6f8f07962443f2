using System.Globalization;

namespace MlOps.Build.Engine.Gates;

/// <summary>Numbers as people read them; the same everywhere, whatever the culture.</summary>
internal static class NumberText
{
    private const int MostDigits = 9;

    /// <summary>Three decimals below 10, fewer above, grouped thousands: <c>0.774</c>, <c>53.2</c>, <c>3,932</c>.</summary>
    public static string Of(double value) => Of(value, Decimals(value));

    /// <summary>As <see cref="Of(double)"/> with a sign, also for what is above 0: <c>+0.008</c>.</summary>
    public static string Signed(double value) => Signed(value, Decimals(value));

    /// <summary>A share as per cent: 0.95 is <c>95%</c>, 0.0123 is <c>1.2%</c>.</summary>
    public static string Percent(double share) => Trim(Of(share * 100, 1)) + "%";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The number with so many decimals.</summary>
    public static string Of(double value, int decimals)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "not a number" : value > 0 ? "infinity" : "-infinity";
        if (Math.Abs(value) >= 1e15 || (value != 0 && Math.Abs(value) < 1e-6 && decimals < MostDigits))
            return value.ToString("0.###e+0", CultureInfo.InvariantCulture);
        var text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : text;
    }

    public static string Signed(double value, int decimals)
    {
        var text = Of(value, decimals);
        return value > 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "+" + text : text;
    }

    /// <summary>Enough decimals to tell a value from a limit that it differs from, and no fewer than some.</summary>
    public static int DecimalsApart(double value, double limit, int decimals)
    {
        while (decimals < MostDigits && value != limit && Of(value, decimals) == Of(limit, decimals))
            decimals++;
        return decimals;
    }

    public static int Decimals(double value) => Math.Abs(value) switch
    {
        < 10 => 3,
        < 100 => 2,
        < 1000 => 1,
        _ => 0,
    };

    private static string Trim(string text) => text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
}
