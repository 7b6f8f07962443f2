using System.Security.Cryptography;
using System.Text;

namespace MlOps.Build.Trackers.MlFlow;

/// <summary>
/// Keys and values as a server takes them: keys of letters, digits and <c>_ - . / space</c> that are normal as paths. A key that must change ends in
/// eight digits of its hash, so that two keys never become one.
/// </summary>
internal static class MlFlowNames
{
    private const int HashLength = 8;

    public static string Key(string key)
    {
        var plain = string.Concat(key.Select(c => IsTaken(c) ? c : '_'));
        plain = string.Join('/', plain.Split('/').Select(part => part.Trim('.').Length == 0 ? "_" + part.Replace('.', '_') : part));
        if (plain.StartsWith("..", StringComparison.Ordinal))
            plain = "__" + plain[2..];
        if (plain == key && key.Length is > 0 and <= MlFlowLimits.KeyLength)
            return key;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..HashLength];
        return $"{Cut(plain, MlFlowLimits.KeyLength - HashLength - 1, "")}_{hash}";
    }

    /// <summary>A text of at most so many characters; what is cut ends in an ellipsis.</summary>
    public static string Value(string value, int longest) => Cut(value, longest, "…");

    private static string Cut(string text, int longest, string end)
    {
        if (text.Length <= longest)
            return text;
        var length = longest - end.Length;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + end;
    }

    private static bool IsTaken(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ' ';
}
