using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Tool.Tests;

/// <summary><c>mlops report</c> for machines and in other languages, on the evidence of a project that was really built.</summary>
public sealed class ReportFormatTests(BuiltProject project) : IClassFixture<BuiltProject>
{
    [Fact]
    public void Sarif_keeps_the_published_schema()
    {
        PublishedSchema.SkipIfAbsent();
        PublishedSchema.Check(PublishedSchema.Sarif, Encoding.UTF8.GetBytes(Run("--format", "sarif"))).ShouldBe("ok");
    }

    [Theory]
    [InlineData(null, "rain.csv")]
    [InlineData("models/rain", "models/rain/rain.csv")]
    [InlineData("models\\rain", "models/rain/rain.csv")]
    [InlineData("models/rain/", "models/rain/rain.csv")]
    public void Sarif_places_are_below_the_root_that_is_named(string? root, string expected)
    {
        using var folder = new ToolFolder();
        folder.Write("evidence.json", Broken());
        var run = folder.Run(["report", "evidence.json", "--format", "sarif", .. root is null ? Array.Empty<string>() : ["--root", root]]);
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        var places = run.Json.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .SelectMany(result => result.GetProperty("locations").EnumerateArray())
            .Select(location => location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        places.ShouldContain(expected);
    }

    [Fact]
    public void JUnit_counts_what_it_holds_and_has_a_test_for_every_item_and_column_and_one_for_the_table()
    {
        var suites = XDocument.Parse(Run("--format", "junit")).Root.ShouldNotBeNull();
        suites.Name.LocalName.ShouldBe("testsuites");
        foreach (var suite in suites.Elements("testsuite"))
        {
            Count(suite, "tests").ShouldBe(suite.Elements("testcase").Count());
            Count(suite, "failures").ShouldBe(suite.Descendants("failure").Count());
            Count(suite, "skipped").ShouldBe(suite.Descendants("skipped").Count());
        }

        using var evidence = JsonDocument.Parse(Run("--format", "json"));
        var items = evidence.RootElement.GetProperty("gate").GetProperty("items").GetArrayLength();
        var columns = evidence.RootElement.GetProperty("data").GetProperty("columns").GetArrayLength();
        suites.Descendants("testcase").Count().ShouldBe(items + columns + 1, "one more for the rules of the table");
    }

    [Fact]
    public void JUnit_takes_undecided_items_for_skipped_or_for_failures()
    {
        var skipped = XDocument.Parse(Run("--format", "junit"));
        var failed = XDocument.Parse(Run("--format", "junit", "--undecided", "failure"));
        skipped.Descendants("skipped").ShouldNotBeEmpty();
        failed.Descendants("skipped").ShouldBeEmpty();
        failed.Descendants("failure").Count().ShouldBe(skipped.Descendants("failure").Count() + skipped.Descendants("skipped").Count());
    }

    [Theory]
    [InlineData("md", "zh-Hant", "## 資料")]
    [InlineData("html", "ja", "<html lang=\"ja\">")]
    [InlineData("card", "zh-Hans", "## 预期用途")]
    public void A_language_may_be_chosen(string format, string language, string expected) =>
        Run("--format", format, "--language", language).ShouldContain(expected);

    [Theory]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("json")]
    public void Records_are_the_same_in_every_language(string format) =>
        Run("--format", format, "--language", "ja").ShouldBe(Run("--format", format));

    [Theory]
    [InlineData("--format", "docx", "md")]
    [InlineData("--format", "SARIF", "sarif")]
    [InlineData("--language", "zh", "zh-Hant")]
    [InlineData("--undecided", "passed", "skipped")]
    public void A_choice_that_there_is_not_is_a_wrong_command_line_that_names_the_choices(string option, string value, string choice)
    {
        var run = project.Folder.Run("report", ".", option, value);
        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain($"'{value}'");
        run.Error.ShouldContain(choice);
    }

    private string Run(params string[] options)
    {
        var run = project.Folder.Run(["report", ".", .. options]);
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        return run.Output;
    }

    // The same evidence with a row that breaks a rule.
    private string Broken()
    {
        var evidence = System.Text.Json.Nodes.JsonNode.Parse(Run("--format", "json"))!;
        evidence["data"]!["violations"] = System.Text.Json.Nodes.JsonNode.Parse(
            """[{"code":"MLOPS1004","column":"pressure","rule":"0 to 50","count":1,"share":0.0025,"severity":"Warning","examples":[{"file":"rain.csv","line":9,"field":1,"value":"70"}]}]""");
        return evidence.ToJsonString();
    }

    private static int Count(XElement suite, string name) => int.Parse(suite.Attribute(name)?.Value ?? "0", System.Globalization.CultureInfo.InvariantCulture);
}
