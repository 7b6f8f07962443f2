using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Cards;

namespace MlOps.Build.Engine.Tests.Reporting.Cards;

public sealed class CardReaderTests
{
    [Theory]
    [InlineData("Airports use it.\n")]
    [InlineData("Airports use it.\r\nEvery day.\r\n")]
    [InlineData("\t  indented, then blank lines  \n\n\n")]
    [InlineData("機場用它排定檢查。\nמשמש לבדיקות\n🛬 e\u0301 \u202Ertl\u202C\n")]
    [InlineData("| a | b |\n|---|---|\n| `x` | <b>y</b> |\n\n```sh\necho '<!-- not a comment'\n```\n")]
    [InlineData("lone\rreturns \0 and tabs\t\n")]
    public void What_people_write_is_kept_character_by_character(string text)
    {
        var card = Parse("# Card\n\n" + Part("intended-use", text));
        card.Parts.ShouldBe([new ModelCardPart("intended-use", text)]);
        card.Unwritten.ShouldBe(["model-details", "factors", "training-data", "ethical-considerations", "caveats-and-recommendations"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n  \n")]
    [InlineData("<!-- who uses it -->\n")]
    [InlineData("<!-- over\ntwo lines --> <!-- and another -->\n\n")]
    public void Blanks_and_comments_are_nothing_written(string text)
    {
        var card = Parse(Part("intended-use", text));
        card.Parts.Single().Text.ShouldBe(text);
        card.Unwritten.ShouldBe(CardParts.OfPeople);
    }

    [Fact]
    public void Line_ends_case_and_spaces_of_marks_are_those_of_the_editor() =>
        Parse("<!--mlops:Begin Factors-->\r\nAll.\r\n   <!--  mlops:end   factors -->\r\n").Parts
            .ShouldBe([new ModelCardPart("factors", "All.\r\n")]);

    [Fact]
    public void A_file_without_a_line_break_at_its_end_is_whole() =>
        Parse("<!-- mlops:begin factors -->\nAll.\n<!-- mlops:end factors -->").Parts.Count.ShouldBe(1);

    [Theory]
    [InlineData("<!-- mlops:begin factors -->\nx\n", ReportCodes.CardMark, 1, "'factors' begins here and never ends. Write '<!-- mlops:end factors -->' below its text.")]
    [InlineData("\n<!-- mlops:end factors -->\n", ReportCodes.CardMark, 2, "'factors' ends here but does not begin. Write '<!-- mlops:begin factors -->' above its text.")]
    [InlineData("<!-- mlops:begin factors -->\n<!-- mlops:begin metrics -->\n", ReportCodes.CardMark, 2, "'metrics' begins inside 'factors', which began at line 1 and has not ended. End it first.")]
    [InlineData("<!-- mlops:begin factors -->\n<!-- mlops:end metrics -->\n", ReportCodes.CardMark, 2, "'metrics' ends here, but 'factors' began at line 1. Write '<!-- mlops:end factors -->' below its text.")]
    [InlineData("<!-- mlops:begin factors -->\n<!-- mlops:end factors -->\n\n<!-- mlops:begin factors -->\n", ReportCodes.CardMark, 4, "'factors' is there twice; the first begins at line 1. Put both texts into one.")]
    [InlineData("<!-- mlops:begin factor -->\n", ReportCodes.CardSection, 1, "'factor' is no section of a model card. Did you mean 'factors'?")]
    [InlineData("<!-- mlops:begin 使用 -->\n", ReportCodes.CardSection, 1, "'使用' is no section of a model card. Sections: model-details, intended-use, factors, metrics, evaluation-data, training-data, quantitative-analyses, ethical-considerations, caveats-and-recommendations.")]
    [InlineData("a\n<!-- mlops:begin factors\n", ReportCodes.CardMark, 2, "this mark cannot be read. A mark stands alone on its line, such as '<!-- mlops:begin intended-use -->'.")]
    [InlineData("<!-- mlops:beginn factors -->\n", ReportCodes.CardMark, 1, "this mark cannot be read. ")]
    [InlineData("mlops:begin factors -->\n", ReportCodes.CardMark, 1, "this mark cannot be read. ")]
    [InlineData("text <!-- mlops:begin factors -->\n", ReportCodes.CardMark, 1, "this mark cannot be read. ")]
    [InlineData("<!-- mlops:begin factors -->\n\n<!-- open\n<!-- mlops:end factors -->\n", ReportCodes.CardMark, 3, "a comment is not closed before 'factors' ends, and would hide what follows in the card. Close it.")]
    [InlineData("<!-- mlops:begin factors -->\n```text\nx\n~~~\n<!-- mlops:end factors -->\n", ReportCodes.CardMark, 2, "a code block is not closed before 'factors' ends, and would hide what follows in the card. Close it.")]
    public void A_wrong_mark_is_one_error_at_its_line(string text, string code, int line, string message)
    {
        var diagnostics = new DiagnosticBag();
        CardReader.Parse("model-card.md", text, diagnostics).ShouldBeNull();
        var finding = diagnostics.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Position).ShouldBe((code, DiagnosticSeverity.Error, new SourcePosition("model-card.md", line, 1)));
        finding.Message.ShouldStartWith(message);
    }

    [Fact]
    public void Text_outside_of_the_marks_is_one_warning_at_its_first_line()
    {
        var diagnostics = new DiagnosticBag();
        var card = CardReader.Parse(
            "model-card.md", "# Card\n<!-- a\nlong comment -->\n\n## Factors\n" + Part("factors", "All.\n") + "lost\n\nlost too\n", diagnostics);
        card!.Parts.Count.ShouldBe(1);
        var finding = diagnostics.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Position.Line).ShouldBe((ReportCodes.CardOutside, DiagnosticSeverity.Warning, 9));
        finding.Message.ShouldStartWith("this line and 1 more stand outside of the marked parts");
    }

    [Fact]
    public void Any_cut_of_a_card_is_read_or_refused_in_one_line()
    {
        var text = "# Card\n" + Part("intended-use", "One.\r\n```\ncode\n```\n") + Part("factors", "<!-- c -->\nTwo.\n");
        for (var length = 0; length <= text.Length; length++)
        {
            var diagnostics = new DiagnosticBag();
            var card = CardReader.Parse("model-card.md", text[..length], diagnostics);
            diagnostics.Count.ShouldBeLessThanOrEqualTo(1, text[..length]);
            (card is null).ShouldBe(diagnostics.HasErrors);
        }
    }

    private static string Part(string id, string text) => $"<!-- mlops:begin {id} -->\n{text}<!-- mlops:end {id} -->\n";

    private static ModelCardText Parse(string text)
    {
        var diagnostics = new DiagnosticBag();
        var card = CardReader.Parse("model-card.md", text, diagnostics);
        diagnostics.ShouldBeEmpty();
        return card.ShouldNotBeNull();
    }
}
