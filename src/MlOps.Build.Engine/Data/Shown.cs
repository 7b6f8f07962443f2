using System.Globalization;

namespace MlOps.Build.Engine.Data;

/// <summary>Numbers, names and texts as messages show them.</summary>
internal static class Shown
{
    private const int LongestText = 60;

    /// <summary>A count with thousands separators.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 row", "2 rows".</summary>
    public static string Count(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A value in quotes, on one line and not longer than a message can bear.</summary>
    public static string Text(string text)
    {
        var line = text.ReplaceLineEndings("⏎").Replace('\t', ' ');
        return line.Length <= LongestText ? $"'{line}'" : $"'{line[..Cut(line)]}…'";
    }

    // Never between the halves of a surrogate pair.
    private static int Cut(string line) => char.IsHighSurrogate(line[LongestText - 1]) ? LongestText - 1 : LongestText;
}
