using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Partial dependence: a curve for each number and dots for other columns, all on one scale, so that a flat one looks flat.</summary>
internal static class DependenceFigures
{
    public static IEnumerable<ReportBlock> Of(EvaluationSummary evaluation, ReportWords words)
    {
        var columns = evaluation.Dependence
            .Where(column => column.Points.Count > 0 && column.Points.All(point => point.Means.Count > 0 && point.Means.All(double.IsFinite)))
            .ToList();
        if (columns.Count == 0)
            return [];
        var shares = evaluation.Task != LearningTask.Regression;
        var title = shares ? words.Say("mean probability") : words.Say("mean prediction");
        var scale = PlotAxis.Around(title, columns.SelectMany(column => column.Points).SelectMany(point => point.Means)) with { Percent = shares };
        var classes = evaluation.Task == LearningTask.Multiclass ? evaluation.Classes : [];
        return
        [
            new Paragraph(words.Say(
                $"Partial dependence (Friedman, 2001): the mean prediction over {columns[0].Rows} test rows when a column takes each of its values in all of them. All plots have one scale. Columns that go together are put together here as no row has them, so a curve may show what never happens.")),
            new FigureRow([.. columns.Select((column, i) => Figure(column, i, scale, classes, words))]),
        ];
    }

    private static Figure Figure(ColumnDependence column, int index, PlotAxis scale, IReadOnlyList<string> classes, ReportWords words)
    {
        var sentence = DependenceWords.Of(column, classes, scale.Percent, words);
        return new Figure
        {
            Id = $"dependence-{index + 1}",
            Title = column.Column,
            Sentence = sentence,
            Plot = column.Points.All(point => point.Number is { } number && double.IsFinite(number))
                ? DependencePlot.Of(column, scale, sentence)
                : DotPlot.Shared([.. column.Points.Select(Strip)], scale, null, sentence, words),
            Legend = [.. classes.Take(Math.Min(CurvePlot.MostSeries, column.Points[0].Means.Count))],
        };
    }

    private static Strip Strip(DependencePoint point) =>
        new(point.Value, point.Means[0], null, null, [.. point.Means.Take(CurvePlot.MostSeries).Skip(1).Select(mean => (double?)mean)]);
}
