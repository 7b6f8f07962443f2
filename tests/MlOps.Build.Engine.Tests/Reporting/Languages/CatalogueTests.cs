using System.Text.RegularExpressions;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Tests.Reporting.Languages;

public sealed partial class CatalogueTests
{
    public static TheoryData<string> Translated => [.. ReportLanguage.All.Skip(1).Select(language => language.Code)];

    // What the code can ask for: sentences of the reports, texts of other stages, names of metrics.
    private static IEnumerable<string> Wanted => SaidKeys.All.Keys
        .Concat(EchoedTexts.Keys)
        .Concat(MetricRegistry.All.Select(metric => MetricWords.Of(metric.Name)))
        .Distinct();

    [Theory]
    [MemberData(nameof(Translated))]
    public void Every_text_has_its_translation(string code)
    {
        var catalogue = Catalogue.Of(ReportLanguage.Find(code)!);
        Wanted.Where(key => !catalogue.ContainsKey(key)).ShouldBeEmpty($"add them to Reporting/Languages/{code}.json");
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void Every_translation_is_asked_for(string code) =>
        Catalogue.Of(ReportLanguage.Find(code)!).Keys.Except(Wanted).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Translated))]
    public void A_translation_fills_in_what_the_English_text_does(string code)
    {
        foreach (var (key, said) in Catalogue.Of(ReportLanguage.Find(code)!))
            Places(said).ShouldBe(Places(key), $"'{said}' for '{key}'");
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void Rich_reports_ask_for_nothing_else(string code)
    {
        var catalogue = new RecordingCatalogue(ReportLanguage.Find(code)!);
        var words = new ReportWords(ReportLanguage.Find(code)!, catalogue);
        foreach (var model in new[] { SampleReports.Birdstrikes(), SampleReports.Penguins(), SampleReports.Diamonds(), SampleReports.Empty() })
        {
            HtmlReport.Render(model, words);
            MarkdownReport.Render(model, words);
            ModelCard.Render(model, words);
        }

        catalogue.Missing.Except(Data).ShouldBeEmpty();
    }

    // Parts of the samples that are data and settings, which Echo looks up before it keeps them as they are.
    private static IEnumerable<string> Data =>
        ["by Flight Date", "Logistic regression", "one-hot of 5 values", "rare level below 1%", "impute median 120"];

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(place => place.Value).Distinct().Order();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();
}
