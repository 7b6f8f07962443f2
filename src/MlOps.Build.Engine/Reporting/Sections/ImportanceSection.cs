using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Which columns the model leans on.</summary>
internal static class ImportanceSection
{
    private const int MostBars = 20;

    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var importances = model.Evaluation.Importances.Where(importance => double.IsFinite(importance.High - importance.Low)).ToList();
        var title = words.Say("Importances");
        if (importances.Count == 0)
            return new ReportSection("importances", title, 40, []);
        var metric = words.Metric(model.Evaluation.PrimaryMetric);
        var attributed = importances.Any(importance => importance.Attribution is not null);
        return new ReportSection("importances", title, 40,
        [
            new FigureRow([Bars(importances, metric, words)]),
            new Fold(
                words.Say($"All {importances.Count} columns"),
                [Table(importances, metric, attributed, words), .. attributed ? [Attribution(words)] : Array.Empty<ReportBlock>()]),
            .. DependenceFigures.Of(model.Evaluation, words),
        ]);
    }

    private static Figure Bars(List<Importance> importances, string metric, ReportWords words) => new()
    {
        Id = "importance-bars",
        Title = words.Say($"How much {metric} worsens when a column is shuffled"),
        Sentence = Sentence(importances, metric, words),
        Plot = BarPlot.Of([.. importances.Take(MostBars)], words.Say($"worsening of {metric}"), words),
    };

    private static ReportTable Table(List<Importance> importances, string metric, bool attributed, ReportWords words) => new(
        [
            new(words.Say("column")), new(words.Say($"worsening of {metric}"), true), new(words.Say("smallest"), true),
            new(words.Say("largest"), true), .. attributed ? [new TableColumn(words.Say("mean |SHAP|"), true)] : Array.Empty<TableColumn>(),
        ],
        [
            .. importances.Select(item => (string[])
            [
                item.Column, words.Number(item.Value), words.Number(item.Low), words.Number(item.High),
                .. attributed ? [item.Attribution is { } value ? words.Number(value) : "–"] : Array.Empty<string>(),
            ]),
        ]);

    private static Paragraph Attribution(ReportWords words) => new(words.Say(
        "The mean magnitude of Shapley values (TreeSHAP; Lundberg et al., 2020) is how far a column moves the trees' score (log-odds of boosted trees for classes, probabilities of forests), whether that helps or not."));

    private static string Sentence(List<Importance> importances, string metric, ReportWords words)
    {
        var first = importances[0];
        var main = first.Low > 0
            ? words.Say($"Shuffling {first.Column} worsens {metric} by {words.Number(first.Value)}, more than any other column; "
                + $"{Unused(importances, words)}.")
            : words.Say($"No column's shuffling clearly worsens {metric}: the model leans on nothing, or columns stand in for each other.");
        return words.Sentences(
            main,
            importances.Count > MostBars ? words.Say($"The {MostBars} largest of {importances.Count} are drawn.") : "");
    }

    private static string Unused(List<Importance> importances, ReportWords words)
    {
        var idle = importances.Count(importance => importance.Low <= 0);
        return idle == 0
            ? words.Say("every column is of use in every repeat")
            : words.Say(
                idle,
                $"one column shows no clear use (its range reaches 0)",
                $"{idle} of {importances.Count} columns show no clear use (their range reaches 0)");
    }
}
