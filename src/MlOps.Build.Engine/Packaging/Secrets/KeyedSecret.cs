using System.Buffers;
using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Packaging.Secrets;

/// <summary>A value without a known shape that looks drawn by lot, behind a name that says what it is.</summary>
internal static partial class KeyedSecret
{
    // As gitleaks' generic rule; below it stand words and versions.
    private const double LeastEntropy = 3.5;

    // One of them begins every name that the pattern knows; most texts hold none, and the pattern is slow.
    private static readonly SearchValues<string> Beginnings = SearchValues.Create(
        ["passw", "passphrase", "secret", "credential", "token", "access", "auth", "api", "bearer", "private", "account", "signing", "client"], StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<(int Index, string Value)> Find(string text)
    {
        if (!text.AsSpan().ContainsAny(Beginnings))
            yield break;
        for (var match = Pair().Match(text); match.Success; match = match.NextMatch())
        {
            var value = match.Groups[1];
            if (value.Value.Any(char.IsAsciiDigit) && value.Value.Any(char.IsAsciiLetter) && !IsDigest(value.Value) && Shannon.BitsOf(value.Value) >= LeastEntropy)
                yield return (value.Index, value.Value);
        }
    }

    // Digests and GUIDs name things, also beside a word such as "token".
    private static bool IsDigest(string value) =>
        Guid.TryParse(value, out _) || (value.Length is 40 or 64 or 96 or 128 && value.All(char.IsAsciiHexDigit));

    [GeneratedRegex(
        @"(?i)(?:passw(?:or)?d|passphrase|secret|credential|(?:access|auth|api|bearer|private|account|signing|client)[_.\- ]?(?:key|token|secret)|(?:^|[^a-z])token)[""']?\s{0,3}(?:[:=]|=>|:=)\s{0,3}[""']?([\w.+/=~-]{16,150})(?:[""'\s;,]|\\[nru""]|\z)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
