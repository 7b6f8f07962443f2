using System.Text.RegularExpressions;

namespace MlOps.Build.Repository.Tests;

/// <summary>What no committed text may hold.</summary>
public sealed partial class PlainWordsTests
{
    [Fact]
    public void No_file_names_the_address_of_a_package_source() =>
        Texts().Where(path => SourceAddress().IsMatch(Repository.Read(path))).ShouldBeEmpty();

    [Fact]
    public void No_documentation_links_to_a_file_that_is_not_there() =>
        Texts().Where(path => path.EndsWith(".md", StringComparison.Ordinal)).SelectMany(BrokenLinks).ShouldBeEmpty();

    private static IEnumerable<string> BrokenLinks(string path) =>
        RelativeLink().Matches(Repository.Read(path))
            .Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains(':', StringComparison.Ordinal))
            .Where(link => !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, link)))
            .Select(link => $"{path}: {link}");

    private static IEnumerable<string> Texts() =>
        new[] { "src", "docs", "samples", "tests", "actions", ".github", "templates", "benchmarks" }
            .SelectMany(folder => Repository.Files(folder, "*"))
            .Concat(["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "Directory.Packages.props", ".ci/run"])
            .Where(path => Path.GetExtension(path) is not (".png" or ".csv" or ".onnx" or ".zip" or ".bin" or ".parquet"))
            .Where(path => !path.EndsWith("PlainWordsTests.cs", StringComparison.Ordinal));

    [GeneratedRegex(@"api\.nuget\.org|nuget\.org/v3|registry\.npmjs|deb\.debian\.org", RegexOptions.IgnoreCase)]
    private static partial Regex SourceAddress();

    [GeneratedRegex(@"(?<!`)\]\(([^)\s]+)\)")]
    private static partial Regex RelativeLink();
}
