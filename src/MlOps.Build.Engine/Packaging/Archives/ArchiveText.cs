namespace MlOps.Build.Engine.Packaging.Archives;

/// <summary>What a stranger's file says, fit for a terminal: no control character, no flood, one line.</summary>
internal static class ArchiveText
{
    private const int Most = 120;

    /// <summary>A name, cut where it is too long.</summary>
    public static string Shown(string text) => text.Length > Most ? Line(text[..Most]) + "…" : Line(text);

    /// <summary>A whole text.</summary>
    public static string Line(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) || IsDirection(character) ? '?' : character));

    public static string OneLine(string text) => text.ReplaceLineEndings(" ");

    // Marks that turn the direction of text can make one name look like another (Boucher and Anderson, 2021, "Trojan Source").
    private static bool IsDirection(char character) => character is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
