using System.Globalization;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>A number inside a metric's name: decimal digits with <c>p</c> for the point, so that names stay identifiers (<c>f0p5</c>).</summary>
internal static class MetricNumber
{
    /// <summary>The number; null when the text is none or is not how it is written.</summary>
    public static double? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 9 || text.ContainsAnyExcept("0123456789p"))
            return null;
        var digits = text.ToString().Replace('p', '.');
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Text(number).AsSpan().SequenceEqual(text)
            ? number
            : null;
    }

    public static string Text(double number) => number.ToString(CultureInfo.InvariantCulture).Replace('.', 'p');
}
