using System.Text.Json;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Repository.Tests;

/// <summary>What the documentation shows is true: its YAML, checklists, XML, JSON and C# are read by what reads them in a build.</summary>
public sealed class CodeBlockTests
{
    private static readonly CSharpParseOptions Snippet = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    private static readonly string[] ConfigurationKeys = ["task", "label", "features", "exclude", "split", "trainer", "hyperparameters", "evaluation"];

    [Fact]
    public void Every_block_names_its_language() =>
        CodeBlock.All.Where(block => block.Language.Length == 0).Select(block => block.Place).ShouldBeEmpty();

    [Fact]
    public void Yaml_parses() => CodeBlock.In("yaml").SelectMany(block => Findings(block, (file, text, diagnostics) =>
        YamlFile.Parse(file, text, diagnostics))).ShouldBeEmpty();

    // Of a part, the rest is made up so that it can be read as a whole.
    [Fact]
    public void A_training_configuration_or_a_part_of_one_is_one() =>
        CodeBlock.In("yaml").Where(block => ConfigurationKeys.Any(key => HasKey(block, key)))
            .SelectMany(block => Findings(block, (file, text, diagnostics) => TrainingConfigFile.Parse(file, text + Rest(block), diagnostics)))
            .ShouldBeEmpty();

    [Fact]
    public void A_data_contract_is_one() =>
        CodeBlock.In("yaml").Where(block => HasKey(block, "columns"))
            .SelectMany(block => Findings(block, (file, text, diagnostics) => SchemaFile.Parse(file, text, diagnostics)))
            .ShouldBeEmpty();

    [Fact]
    public void A_checklist_is_one() =>
        CodeBlock.In("markdown").Where(block => block.Text.Contains("- [ ]", StringComparison.Ordinal))
            .SelectMany(block => Findings(block, (file, text, diagnostics) => Checklist.Parse(file, text, diagnostics)))
            .ShouldBeEmpty();

    [Fact]
    public void Xml_is_well_formed() =>
        CodeBlock.In("xml").Where(block => Throws(() => XElement.Parse($"<block>{block.Text}</block>")))
            .Select(block => block.Place).ShouldBeEmpty();

    [Fact]
    public void Json_is_well_formed() =>
        CodeBlock.In("json").Where(block => Throws(() => JsonDocument.Parse(block.Text).Dispose()))
            .Select(block => block.Place).ShouldBeEmpty();

    [Fact]
    public void CSharp_has_no_syntax_error() =>
        CodeBlock.In("csharp")
            .SelectMany(block => CSharpSyntaxTree.ParseText(block.Text, Snippet).GetDiagnostics()
                .Where(finding => finding.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
                .Select(finding => $"{block.Place}: {finding}"))
            .ShouldBeEmpty();

    [Fact]
    public void The_CSharp_of_the_README_stands_in_a_sample()
    {
        var samples = string.Join('\n', Repository.Files("samples", "*.cs").Select(path => Words(Repository.Read(path))));
        CodeBlock.In("csharp").Where(block => block.File == "README.md")
            .Where(block => !samples.Contains(Words(block.Text), StringComparison.Ordinal))
            .Select(block => block.Place)
            .ShouldBeEmpty();
    }

    private static string Rest(CodeBlock block) =>
        (HasKey(block, "task") ? "" : "\ntask: binary") + (HasKey(block, "label") ? "" : "\nlabel: y");

    private static bool HasKey(CodeBlock block, string key) =>
        block.Text.StartsWith(key + ":", StringComparison.Ordinal) || block.Text.Contains($"\n{key}:", StringComparison.Ordinal);

    private static IEnumerable<string> Findings<T>(CodeBlock block, Func<string, string, DiagnosticBag, T> parse)
    {
        var diagnostics = new DiagnosticBag();
        parse(block.File, new string('\n', block.Line - 1) + block.Text, diagnostics);
        return diagnostics.Select(diagnostic => diagnostic.ToString());
    }

    private static bool Throws(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (Exception exception) when (exception is System.Xml.XmlException or JsonException)
        {
            return true;
        }
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
