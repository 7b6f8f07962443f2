using System.Text;

namespace MlOps.Build.Engine.Packaging.Secrets;

/// <summary>Finds secrets in texts. What it finds it names by kind and place, never by value.</summary>
internal sealed class SecretScanner(SecretVariables variables)
{
    private static readonly string[] Texts = [".json", ".md", ".yaml", ".yml", ".txt"];

    /// <summary>With the variables of this process.</summary>
    public static SecretScanner OfProcess() => new(SecretVariables.OfProcess());

    /// <summary>True for files that people or tools read as text.</summary>
    public static bool IsText(string path) => Texts.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<FoundSecret> Find(ReadOnlySpan<byte> utf8) => Find(Encoding.UTF8.GetString(utf8));

    /// <summary>Each place once, from the top.</summary>
    public IReadOnlyList<FoundSecret> Find(string text)
    {
        var plain = Unescape(text);
        var found = SecretRules.All.SelectMany(rule => rule.Find(plain).Select(hit => (hit.Index, rule.What)))
            .Concat(KeyedSecret.Find(plain).Select(hit => (hit.Index, What: "a value that looks random behind a name of secrets")))
            .Concat(variables.Find(plain).Select(hit => (hit.Index, What: $"the value of the variable {hit.Name}")));
        return [.. found.Select(hit => new FoundSecret(hit.What, Line(plain, hit.Index))).DistinctBy(secret => secret.Line).OrderBy(secret => secret.Line)];
    }

    private static int Line(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    // JSON as .NET writes it hides what a token may hold.
    private static string Unescape(string text) => !text.Contains("\\u00", StringComparison.Ordinal) ? text : text
        .Replace("\\u002B", "+", StringComparison.Ordinal)
        .Replace("\\u0026", "&", StringComparison.Ordinal)
        .Replace("\\u0027", "'", StringComparison.Ordinal)
        .Replace("\\u0022", "\\\"", StringComparison.Ordinal)
        .Replace("\\u003C", "<", StringComparison.Ordinal)
        .Replace("\\u003E", ">", StringComparison.Ordinal);
}
