using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Which columns the model leans on.</summary>
internal static class ImportanceSection
{
    private const int MostBars = 20;

    public static ReportSection Of(ModelEvidence model)
    {
        var importances = model.Evaluation.Importances.Where(importance => double.IsFinite(importance.High - importance.Low)).ToList();
        if (importances.Count == 0)
            return new ReportSection("importances", "Importances", 40, []);
        var words = MetricWords.Of(model.Evaluation.PrimaryMetric);
        var table = new ReportTable([new("column"), new($"worsening of {words}", true), new("smallest", true), new("largest", true)],
            [.. importances.Select(Row)]);
        return new ReportSection("importances", "Importances", 40,
        [
            new FigureRow([new Figure
            {
                Id = "importance-bars",
                Title = $"How much {words} worsens when a column is shuffled",
                Sentence = Sentence(importances, words),
                Plot = BarPlot.Of([.. importances.Take(MostBars)], $"worsening of {words}"),
            }]),
            new Fold($"All {importances.Count} columns", [table]),
        ]);
    }

    private static string Sentence(List<Importance> importances, string words)
    {
        var first = importances[0];
        var idle = importances.Count(importance => importance.Low <= 0);
        var bars = importances.Count > MostBars ? $" The {MostBars} largest of {importances.Count} are drawn." : "";
        var unused = idle switch
        {
            0 => "every column is of use in every repeat",
            1 => "one column shows no clear use (its range reaches 0)",
            _ => $"{idle} of {importances.Count} columns show no clear use (their range reaches 0)",
        };
        return first.Low > 0
            ? $"Shuffling {first.Column} worsens {words} by {NumberText.Of(first.Value)}, more than any other column; {unused}.{bars}"
            : $"No column's shuffling clearly worsens {words}: the model leans on nothing, or columns stand in for each other.{bars}";
    }

    private static string[] Row(Importance importance) =>
        [importance.Column, NumberText.Of(importance.Value), NumberText.Of(importance.Low), NumberText.Of(importance.High)];
}
