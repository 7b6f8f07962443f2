using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The plots of the test rows.</summary>
internal static class CurveSection
{
    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var evaluation = model.Evaluation;
        var figures = new[] { Roc(evaluation, words), PrecisionRecall(evaluation, words), Calibration(evaluation, words), Confusion(evaluation, words) }
            .Concat(GainFigure.Of(evaluation, words))
            .Concat(Residuals(evaluation, words))
            .OfType<Figure>()
            .ToList();
        ReportBlock[] plots = figures.Count == 0 ? [] : [new FigureRow(figures)];
        return new ReportSection("test-rows", words.Say("On the test rows"), 80, [.. plots, .. ThresholdFigure.Of(evaluation, words)]);
    }

    private static Figure? Roc(EvaluationSummary evaluation, ReportWords words)
    {
        if (Curves(evaluation, "roc") is not { Count: > 0 } curves)
            return null;
        var sentence = CurveWords.Roc(curves, words);
        return new Figure
        {
            Id = "roc",
            Title = words.Say("ROC curve"),
            Sentence = sentence,
            Plot = CurvePlot.Of(curves, words.Say("false positive rate"), words.Say("true positive rate"), sentence, null),
            Legend = Legend(curves),
        };
    }

    private static Figure? PrecisionRecall(EvaluationSummary evaluation, ReportWords words)
    {
        if (Curves(evaluation, "pr") is not { Count: > 0 } curves)
            return null;
        var rate = evaluation.Task == LearningTask.Binary ? CurveWords.BaseRate(evaluation) : null;
        var sentence = CurveWords.PrecisionRecall(curves, rate, words);
        return new Figure
        {
            Id = "pr",
            Title = words.Say("Precision and recall"),
            Sentence = sentence,
            Plot = CurvePlot.Of(curves, words.Say("recall"), words.Say("precision"), sentence, rate ?? 0),
            Legend = Legend(curves),
        };
    }

    private static Figure? Calibration(EvaluationSummary evaluation, ReportWords words)
    {
        if (Curves(evaluation, "calibration") is not { Count: > 0 } curves)
            return null;
        var sentence = CurveWords.Calibration(curves, words);
        return new Figure
        {
            Id = "calibration",
            Title = words.Say("Calibration"),
            Sentence = sentence,
            Plot = CurvePlot.Of(curves, words.Say("predicted probability"), words.Say("observed share"), sentence, null),
            Legend = Legend(curves),
        };
    }

    private static Figure? Confusion(EvaluationSummary evaluation, ReportWords words) => evaluation.Confusion.Count == 0 ? null : new Figure
    {
        Id = "confusion",
        Title = words.Say("Confusion matrix"),
        Sentence = ConfusionWords.Of(evaluation, words),
        Plot = ConfusionTable.Of(evaluation, words),
    };

    private static IEnumerable<Figure> Residuals(EvaluationSummary evaluation, ReportWords words)
    {
        if (Curves(evaluation, "residual") is not { Count: > 0 } curves)
            yield break;
        var points = curves[0].Points.Where(point => double.IsFinite(point.X - point.Y)).ToList();
        if (points.Count == 0)
            yield break;
        var fit = ResidualWords.Fit(points, evaluation, words);
        var bias = ResidualWords.Bias(points, words);
        yield return new Figure
        {
            Id = "residuals",
            Title = words.Say("Actual and predicted"),
            Sentence = fit,
            Plot = ResidualPlot.ActualAgainstPredicted(points, evaluation.Label, fit, words),
        };
        yield return new Figure
        {
            Id = "residuals-by-prediction",
            Title = words.Say("What is left"),
            Sentence = bias,
            Plot = ResidualPlot.ResidualAgainstPredicted(points, evaluation.Label, bias, words),
        };
    }

    private static List<Curve> Curves(EvaluationSummary evaluation, string name) =>
        [.. evaluation.Curves.Where(curve => curve.Name == name && curve.Points.Count > 0)];

    private static List<string> Legend(List<Curve> curves) =>
        curves.Count < 2 ? [] : [.. curves.Take(CurvePlot.MostSeries).Select(curve => curve.Class ?? "")];
}
