using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Tests.Reporting.Languages;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>What a model changes against the champion, at the head of every report.</summary>
public sealed class VersionLineTests
{
    private static readonly string[] Reasons =
    [
        "feature 'Phase of flight' added", "trainer logistic-regression instead of gradient-boosted-trees", "retrained on other data", "another contract or configuration",
    ];

    public static TheoryData<string> Codes => [.. ReportLanguage.All.Select(language => language.Code)];

    [Fact]
    public void The_first_lines_say_the_level_and_the_reasons()
    {
        var model = Model(VersionLevel.Minor);
        const string Expected = "Against the champion 1.4.2, minor: feature 'Phase of flight' added, trainer logistic-regression instead of gradient-boosted-trees, retrained on other data and 1 more.";
        About.Of(model, ReportWords.English).ShouldStartWith(Expected);
        MarkdownReport.Render(model).ShouldContain("Against the champion 1.4.2, minor: feature 'Phase of flight' added");
        HtmlReport.Render(model).ShouldContain("Against the champion 1.4.2, minor: feature 'Phase of flight' added");
        About.Of(model with { Change = null }, ReportWords.English).ShouldNotContain("Against the champion");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_language_has_its_words(string code)
    {
        var language = ReportLanguage.Find(code)!;
        var catalogue = new RecordingCatalogue(language);
        foreach (var level in Enum.GetValues<VersionLevel>())
            VersionLine.Of(Model(level).Change!, new ReportWords(language, catalogue));
        if (language != ReportLanguage.English)
            catalogue.Missing.ShouldBeEmpty();
    }

    private static ModelEvidence Model(VersionLevel level) =>
        SampleReports.Birdstrikes() with { Version = null, Change = new VersionChange { Champion = "1.4.2", Level = level, Reasons = Reasons } };
}
