using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Values as Python's <c>str</c> writes them, which is what a suite's patterns and lengths were made for.</summary>
internal static class PythonText
{
    public static string Of(ColumnType type, long key) => type switch
    {
        ColumnType.Boolean => key == 0 ? "False" : "True",
        ColumnType.Float32 or ColumnType.Float64 => Float(OrderKey.Float(key)),
        _ => OrderKey.Text(type, key),
    };

    /// <summary>The shortest digits that give the number again; exponents below -4 and from 16 on (Python's <c>repr</c>).</summary>
    public static string Float(double value)
    {
        var digits = value.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(digits.AsSpan(digits.IndexOf('E', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        var plain = shortest.IndexOf('E', StringComparison.Ordinal) < 0;
        if (value != 0 && exponent is < -4 or >= 16)
            return Scientific(shortest, exponent);
        if (!plain)
            shortest = ((decimal)value).ToString(CultureInfo.InvariantCulture);
        return shortest.Contains('.', StringComparison.Ordinal) ? shortest : shortest + ".0";
    }

    private static string Scientific(string shortest, int exponent)
    {
        var mantissa = shortest.Split('E')[0];
        var digits = new string([.. mantissa.Where(char.IsAsciiDigit)]).Trim('0');
        var sign = mantissa[0] == '-' ? "-" : "";
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }
}
