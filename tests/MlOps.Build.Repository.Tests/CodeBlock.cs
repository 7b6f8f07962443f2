using System.Text.RegularExpressions;

namespace MlOps.Build.Repository.Tests;

/// <summary>A fenced code block of the documentation.</summary>
/// <param name="File">The document.</param>
/// <param name="Line">1-based line of its first line of code.</param>
/// <param name="Language">The word after the fence.</param>
/// <param name="Text">The code.</param>
internal sealed partial record CodeBlock(string File, int Line, string Language, string Text)
{
    public string Place => $"{File}({Line})";

    /// <summary>All blocks of the documents that users read.</summary>
    public static IReadOnlyList<CodeBlock> All { get; } =
        [.. new[] { "README.md", "CONTRIBUTING.md" }
            .Concat(Repository.Files("docs", "*.md"))
            .Concat(Repository.Files("actions", "*.md"))
            .Concat(Repository.Files("samples", "*.md").Where(file => file.EndsWith("README.md", StringComparison.Ordinal)))
            .SelectMany(Of)];

    public static IEnumerable<CodeBlock> In(string language) => All.Where(block => block.Language == language);

    private static IEnumerable<CodeBlock> Of(string file)
    {
        var text = Repository.Read(file);
        return Fence().Matches(text).Select(match => new CodeBlock(
            file,
            text.AsSpan(0, match.Groups[2].Index).Count('\n') + 1,
            match.Groups[1].Value,
            match.Groups[2].Value));
    }

    [GeneratedRegex(@"^```([a-z]*)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
