using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Cards;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Tests.Reporting.Cards;

public sealed class CardTemplateTests
{
    public static TheoryData<string> Languages => [.. ReportLanguage.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_first_card_has_a_place_for_everything_and_nothing_written(string code)
    {
        var card = Read(CardTemplate.For("Bird --> Strikes", licensed: false, ReportWords.In(ReportLanguage.Find(code)!)));
        card.Parts.Select(part => part.Id).ShouldBe(CardParts.OfPeople);
        card.Unwritten.ShouldBe(CardParts.OfPeople);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_built_card_holds_the_text_and_can_be_read_back(string code)
    {
        var text = new ModelCardText { Parts = [.. CardParts.All.Select(id => new ModelCardPart(id, $"Ours about {id}.\r\n\r\n## not a section\n"))] };
        var words = ReportWords.In(ReportLanguage.Find(code)!);
        var built = ModelCard.Render(SampleReports.Birdstrikes() with { Card = text }, words);
        built.ShouldNotContain(words.Say("To be written by people; the build cannot know it."));
        CardReader.Parse("model-card.md", built, []).ShouldNotBeNull().Parts.ShouldBe(text.Parts);
    }

    [Fact]
    public void A_part_that_holds_comments_alone_is_kept_and_still_asked_for()
    {
        var card = new ModelCardText { Parts = [new("intended-use", "<!-- later -->\n")], Unwritten = CardParts.OfPeople };
        ModelCard.Render(SampleReports.Birdstrikes() with { Card = card }).ShouldContain(
            "## Intended use\n\n<!-- mlops:begin intended-use -->\n<!-- later -->\n<!-- mlops:end intended-use -->\n\n"
            + "<!-- To be written by people; the build cannot know it. -->\nNot written yet: who is meant to use the model");
    }

    [Fact]
    public void Reports_list_what_is_not_written()
    {
        var model = SampleReports.Birdstrikes();
        MarkdownReport.Render(model with { Card = new ModelCardText { Parts = [new("factors", "All.\n")], Unwritten = ["intended-use", "training-data"] } })
            .ShouldContain("## Model card\n\nNot written yet: Intended use, Training data. People write it in model-card.md; the build keeps what they wrote.\n");
        MarkdownReport.Render(model with { Card = new ModelCardText() }).ShouldContain("Everything that only people can write is written.");
        HtmlReport.Render(model with { Card = new ModelCardText { Unwritten = ["factors"] } }).ShouldContain("the target MlOpsInit makes one to begin with");
    }

    private static ModelCardText Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var card = CardReader.Parse("model-card.md", text, diagnostics);
        diagnostics.ShouldBeEmpty();
        return card.ShouldNotBeNull();
    }
}
