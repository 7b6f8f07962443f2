namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>What DVC calls an object by: the MD5 of its bytes, and <c>.dir</c> behind the one of a directory's list.</summary>
/// <param name="Md5">32 lower-case hexadecimal digits.</param>
/// <param name="IsDirectory">True when the object lists the files of a directory.</param>
/// <param name="IsLegacy">True for DVC 2, which took CR LF in texts for LF before hashing and laid objects out otherwise.</param>
internal sealed record DvcHash(string Md5, bool IsDirectory, bool IsLegacy)
{
    public const string DirectorySuffix = ".dir";

    private const int Digits = 32;

    /// <summary>The digits and, of a directory, the suffix.</summary>
    public string Text => IsDirectory ? Md5 + DirectorySuffix : Md5;

    /// <summary>Its place below a cache or a remote, forward slashes.</summary>
    public string ObjectPath => $"{(IsLegacy ? "" : DvcLayout.Files)}{Md5[..2]}/{Text[2..]}";

    /// <summary>Null when the text is no such hash.</summary>
    public static DvcHash? Parse(string text, bool legacy)
    {
        var directory = text.EndsWith(DirectorySuffix, StringComparison.Ordinal);
        var digits = directory ? text[..^DirectorySuffix.Length] : text;
        return digits.Length == Digits && digits.All(char.IsAsciiHexDigitLower) ? new DvcHash(digits, directory, legacy) : null;
    }
}
