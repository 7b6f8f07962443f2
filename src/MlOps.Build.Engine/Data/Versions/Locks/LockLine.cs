using System.Globalization;

namespace MlOps.Build.Engine.Data.Versions.Locks;

/// <summary>One data set outside git, and what it was when it was pinned.</summary>
/// <param name="Source">Its address, or its path from the project, forward slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
internal sealed record LockLine(string Source, long Bytes, string Sha256)
{
    private const int Digits = 64;

    /// <summary>Null when the text is no such line.</summary>
    public static LockLine? Parse(string text)
    {
        var hash = text.LastIndexOf(' ');
        var size = hash > 0 ? text.LastIndexOf(' ', hash - 1) : -1;
        if (size <= 0 || text.Length - hash - 1 != Digits || !text[(hash + 1)..].All(char.IsAsciiHexDigitLower))
            return null;
        return long.TryParse(text[(size + 1)..hash], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? new LockLine(text[..size], bytes, text[(hash + 1)..])
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source} {Bytes} {Sha256}");
}
