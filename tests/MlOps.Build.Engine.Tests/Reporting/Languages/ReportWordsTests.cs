using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Tests.Reporting.Languages;

public sealed class ReportWordsTests
{
    [Fact]
    public void English_stands_in_the_code_and_has_a_form_for_one()
    {
        var words = ReportWords.English;
        words.Say($"ready, {3} of {1234} passed").ShouldBe("ready, 3 of 1,234 passed");
        words.Say(1, $"one row", $"{1} rows").ShouldBe("one row");
        words.Say(2, $"one row", $"{2} rows").ShouldBe("2 rows");
    }

    [Fact]
    public void A_translation_may_turn_the_order_around()
    {
        Words("ja").Say($"not ready, {1} of {5} failed").ShouldBe("準備未了、5 項目中 1 項目が不合格");
        Words("zh-Hant").Say(1, $"one row", $"{1} rows").ShouldBe("1 筆");
    }

    [Theory]
    [InlineData("{1}", "{0}")]
    public void What_fills_a_place_is_never_taken_for_a_place(string first, string second) =>
        Words("zh-Hans").Say($"{first}: {second}").ShouldBe("{1}：{0}");

    [Fact]
    public void A_text_without_translation_stays_English() =>
        Words("ja").Say("a sentence that no catalogue has").ShouldBe("a sentence that no catalogue has");

    // CLDR 46, decimalFormats and percentFormats of en, zh_Hant, zh and ja: "#,##0.###" with "." and ",", and "#,##0%".
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    [InlineData("ja")]
    public void All_four_write_numbers_alike(string code)
    {
        Words(code).Count(1234567).ShouldBe("1,234,567");
        Words(code).Number(0.774).ShouldBe("0.774");
        Words(code).Percent(0.123).ShouldBe("12.3%");
    }

    [Theory]
    [InlineData("known only after the outcome", "結果發生後才得知")]
    [InlineData("by Flight Date", "依 Flight Date")]
    [InlineData("lowest ROC AUC by accuracy (Large)", "accuracy 各群組中最低的ROC AUC（Large）")]
    [InlineData("somebody's own words", "somebody's own words")]
    public void Texts_of_other_stages_are_recognised_and_names_in_them_kept(string text, string said) =>
        Words("zh-Hant").Echo(text).ShouldBe(said);

    [Theory]
    [InlineData("zh-Hant", "ROC AUC 0.774 [0.748, 0.800]，至少 0.70")]
    [InlineData("zh-Hans", "ROC AUC 0.774 [0.748, 0.800]，至少 0.70")]
    [InlineData("ja", "ROC AUC 0.774 [0.748, 0.800]、基準 0.70 以上")]
    public void An_item_is_explained_in_the_language_from_its_numbers(string code, string explanation)
    {
        var seen = ItemWords.Of(SampleReports.Birdstrikes().Gate.Items[0], Words(code));
        (seen.Before + seen.Number + seen.After).ShouldBe(explanation);
    }

    [Fact]
    public void A_failed_item_and_a_missing_signature_speak_it_too()
    {
        var items = SampleReports.Penguins().Gate.Items;
        var failed = items.Single(item => item.Verdict == Verdict.Fail);
        var seen = ItemWords.Of(failed, Words("ja"));
        seen.After.ShouldEndWith("、>= 0.99 を満たさない");
        ItemWords.Of(SampleReports.Birdstrikes().Gate.Items[^1], Words("zh-Hans")).After.ShouldBe("尚未签核");
    }

    [Theory]
    [InlineData("zh-Hant", "# birdstrikes：")]
    [InlineData("zh-Hans", "# birdstrikes：")]
    [InlineData("ja", "# birdstrikes：")]
    public void Every_report_is_written_in_it(string code, string start)
    {
        var model = SampleReports.Birdstrikes();
        MarkdownReport.Render(model, Words(code)).ShouldStartWith(start);
        HtmlReport.Render(model, Words(code)).ShouldContain($"<html lang=\"{code}\">");
        ModelCard.Render(model, Words(code)).ShouldContain("\n## " + Words(code).Say("Intended use"));
    }

    private static ReportWords Words(string code) => ReportWords.In(ReportLanguage.Find(code)!);
}
