using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Packaging.Secrets;

/// <summary>The shape of a kind of secret.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="Keywords">One of them stands in every text that the pattern finds, whatever the case; only such texts are searched.</param>
/// <param name="Pattern">Its group 1, or the whole when there is none, is the secret.</param>
/// <param name="Entropy">Bits a character that a secret has at least; less is an example such as <c>xxxx</c>.</param>
internal sealed record SecretRule(string What, IReadOnlyList<string> Keywords, Regex Pattern, double Entropy)
{
    // Every reader's time is bounded: what is searched comes from anywhere.
    public static SecretRule Of(string what, string keywords, string pattern, double entropy) =>
        new(what, keywords.Split(' '), new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), entropy);

    /// <summary>Where the text holds such secrets, and which.</summary>
    public IEnumerable<(int Index, string Value)> Find(string text)
    {
        if (!Keywords.Any(keyword => text.Contains(keyword, StringComparison.OrdinalIgnoreCase)))
            yield break;
        for (var match = Pattern.Match(text); match.Success; match = match.NextMatch())
        {
            var group = match.Groups.Count > 1 && match.Groups[1].Success ? match.Groups[1] : match.Groups[0];
            if (Shannon.BitsOf(group.Value) >= Entropy && !IsPlaceholder(group.Value))
                yield return (group.Index, group.Value);
        }
    }

    // AWS ends the keys of its documentation so; NuGet takes %NAME% from the environment; the words stand in everybody's.
    private static bool IsPlaceholder(string value) =>
        value.EndsWith("EXAMPLE", StringComparison.Ordinal) || value is ['%', _, .., '%'] || value.ToLowerInvariant() is "password" or "secret" or "token" or "passwd";
}
