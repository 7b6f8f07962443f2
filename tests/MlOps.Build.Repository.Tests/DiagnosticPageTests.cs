using System.Text.RegularExpressions;

namespace MlOps.Build.Repository.Tests;

/// <summary>Each code has one page, and each page a code.</summary>
public sealed partial class DiagnosticPageTests
{
    private static readonly IReadOnlyList<string> Codes =
        [.. Repository.Files("src/MlOps.Build.Contracts/Diagnostics", "*Codes.cs")
            .SelectMany(path => CodePattern().Matches(Repository.Read(path)).Select(match => match.Value.Trim('"')))];

    private static readonly IReadOnlyList<string> Pages =
        [.. Repository.Files("docs/diagnostics", "MLOPS*.md").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Fact]
    public void No_code_is_used_twice() =>
        Codes.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Every_code_has_a_page() => Codes.Except(Pages).ShouldBeEmpty();

    [Fact]
    public void Every_page_has_a_code() => Pages.Except(Codes).ShouldBeEmpty();

    [Fact]
    public void Every_page_says_what_it_means_why_and_what_to_do() =>
        Pages.Where(page =>
            {
                var text = Repository.Read($"docs/diagnostics/{page}.md");
                return !text.StartsWith($"# {page}: ", StringComparison.Ordinal)
                    || !text.Contains("\n## What it means\n", StringComparison.Ordinal)
                    || !text.Contains("\n## Why it matters\n", StringComparison.Ordinal)
                    || !text.Contains("\n## What to do\n", StringComparison.Ordinal);
            })
            .ShouldBeEmpty();

    [Fact]
    public void No_source_spells_a_code_out_instead_of_naming_it() =>
        Repository.Files("src", "*.cs")
            .Where(path => !path.EndsWith("Codes.cs", StringComparison.Ordinal))
            .Where(path => CodePattern().IsMatch(Repository.Read(path)))
            .ShouldBeEmpty();

    [GeneratedRegex("\"MLOPS[0-9]{4}\"")]
    private static partial Regex CodePattern();
}
