using System.Text;
using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>The examples of the guide and of the pages MLOPS1xxx hold.</summary>
public sealed partial class GuideTests
{
    public static TheoryData<string> Pages() =>
        [.. Directory.GetFiles(Docs("diagnostics"), "MLOPS1*.md").Append(Docs("guides/data-contract.md")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Contracts_parse_and_data_are_read(string page)
    {
        foreach (Match block in Block().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")))
        {
            var text = block.Groups["text"].Value;
            if (block.Groups["language"].Value == "yaml")
                Reading.Schema(text);
            else
                Reading.Of(Encoding.UTF8.GetBytes(text)).Diagnostics.ShouldBeEmpty(page);
        }
    }

    private static string Docs(string path) => RepositoryFile.At("docs", path);

    [GeneratedRegex(@"```(?<language>yaml|csv)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
