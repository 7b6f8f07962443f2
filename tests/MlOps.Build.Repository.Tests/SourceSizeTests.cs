using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlOps.Build.Repository.Tests;

/// <summary>The sizes that keep the code readable: many small files, many small methods.</summary>
public sealed class SourceSizeTests
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private static readonly IReadOnlyList<(string Path, string Text)> Sources =
        [.. new[] { "src", "tests", "samples", "benchmarks" }
            .SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Select(path => (path, Repository.Read(path)))];

    [Fact]
    public void No_source_file_is_over_400_lines() =>
        Sources.Where(source => LineCount(source.Text) > 400).Select(source => source.Path).ShouldBeEmpty();

    [Fact]
    public void Half_of_the_source_files_are_under_60_lines_and_nine_in_ten_under_170()
    {
        var sizes = Sources.Select(source => LineCount(source.Text)).Order().ToList();
        Quantile(sizes, 0.5).ShouldBeLessThan(60);
        Quantile(sizes, 0.9).ShouldBeLessThan(170);
    }

    [Fact]
    public void No_method_is_over_60_lines() =>
        Methods().Where(method => method.Lines > 60).Select(method => $"{method.Name}: {method.Lines} lines").ShouldBeEmpty();

    [Fact]
    public void Half_of_the_methods_are_under_8_lines_and_nine_in_ten_under_30()
    {
        var sizes = Methods().Select(method => method.Lines).Order().ToList();
        Quantile(sizes, 0.5).ShouldBeLessThan(8);
        Quantile(sizes, 0.9).ShouldBeLessThan(30);
    }

    [Fact]
    public void Every_targets_file_is_under_150_lines() =>
        Repository.Files("src", "*.targets").Concat(Repository.Files("src", "*.props"))
            .Where(path => LineCount(Repository.Read(path)) >= 150)
            .ShouldBeEmpty();

    [Fact]
    public void Every_source_file_has_one_type_that_others_see_and_is_named_after_it() =>
        Sources.Where(source => source.Path.StartsWith("src/", StringComparison.Ordinal))
            .Select(source => (source.Path, Types: PublicTypes(source.Text)))
            .Where(source => source.Types.Count > 1
                || (source.Types.Count == 1 && !IsNamedAfter(source.Path, source.Types[0])))
            .Select(source => $"{source.Path}: {string.Join(", ", source.Types)}")
            .ShouldBeEmpty();

    private static bool IsNamedAfter(string path, string type)
    {
        var file = Path.GetFileNameWithoutExtension(path);
        return file == type || file == type + "OfT" || file.StartsWith(type + ".", StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> PublicTypes(string text) =>
        [.. Root(text).DescendantNodes(node => node is not TypeDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword))
            .Select(type => type.Identifier.Text)];

    // A kernel may be longer when the line above it says why ("Kernel: ...").
    private static IEnumerable<(string Name, int Lines)> Methods() =>
        from source in Sources
        from node in Root(source.Text).DescendantNodes()
        where node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
        where !node.GetLeadingTrivia().ToString().Contains("Kernel:", StringComparison.Ordinal)
        let span = node.GetLocation().GetLineSpan()
        select ($"{source.Path}({span.StartLinePosition.Line + 1})", span.EndLinePosition.Line - span.StartLinePosition.Line + 1);

    private static SyntaxNode Root(string text) =>
        CSharpSyntaxTree.ParseText(text, Options, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken);

    private static int LineCount(string text) => text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    private static int Quantile(List<int> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
