using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The plots of the test rows.</summary>
internal static class CurveSection
{
    public static ReportSection Of(ModelEvidence model)
    {
        var evaluation = model.Evaluation;
        var figures = new[] { Roc(evaluation), PrecisionRecall(evaluation), Calibration(evaluation), Confusion(evaluation) }
            .Concat(Residuals(evaluation))
            .OfType<Figure>()
            .ToList();
        return new ReportSection("test-rows", "On the test rows", 80, figures.Count == 0 ? [] : [new FigureRow(figures)]);
    }

    private static Figure? Roc(EvaluationSummary evaluation)
    {
        if (Curves(evaluation, "roc") is not { Count: > 0 } curves)
            return null;
        var sentence = CurveWords.Roc(curves);
        return new Figure
        {
            Id = "roc",
            Title = "ROC curve",
            Sentence = sentence,
            Plot = CurvePlot.Of(curves, "false positive rate", "true positive rate", sentence, null),
            Legend = Legend(curves),
        };
    }

    private static Figure? PrecisionRecall(EvaluationSummary evaluation)
    {
        if (Curves(evaluation, "pr") is not { Count: > 0 } curves)
            return null;
        var rate = evaluation.Task == LearningTask.Binary ? CurveWords.BaseRate(evaluation) : null;
        var sentence = CurveWords.PrecisionRecall(curves, rate);
        return new Figure
        {
            Id = "pr",
            Title = "Precision and recall",
            Sentence = sentence,
            Plot = CurvePlot.Of(curves, "recall", "precision", sentence, rate ?? 0),
            Legend = Legend(curves),
        };
    }

    private static Figure? Calibration(EvaluationSummary evaluation)
    {
        if (Curves(evaluation, "calibration") is not { Count: > 0 } curves)
            return null;
        var sentence = CurveWords.Calibration(curves);
        return new Figure
        {
            Id = "calibration",
            Title = "Calibration",
            Sentence = sentence,
            Plot = CurvePlot.Of(curves, "predicted probability", "observed share", sentence, null),
            Legend = Legend(curves),
        };
    }

    private static Figure? Confusion(EvaluationSummary evaluation) => evaluation.Confusion.Count == 0 ? null : new Figure
    {
        Id = "confusion",
        Title = "Confusion matrix",
        Sentence = ConfusionWords.Of(evaluation),
        Plot = ConfusionTable.Of(evaluation),
    };

    private static IEnumerable<Figure> Residuals(EvaluationSummary evaluation)
    {
        if (Curves(evaluation, "residual") is not { Count: > 0 } curves)
            yield break;
        var points = curves[0].Points.Where(point => double.IsFinite(point.X - point.Y)).ToList();
        if (points.Count == 0)
            yield break;
        var fit = ResidualWords.Fit(points, evaluation);
        var bias = ResidualWords.Bias(points);
        yield return new Figure
        {
            Id = "residuals",
            Title = "Actual and predicted",
            Sentence = fit,
            Plot = ResidualPlot.ActualAgainstPredicted(points, evaluation.Label, fit),
        };
        yield return new Figure
        {
            Id = "residuals-by-prediction",
            Title = "What is left",
            Sentence = bias,
            Plot = ResidualPlot.ResidualAgainstPredicted(points, evaluation.Label, bias),
        };
    }

    private static List<Curve> Curves(EvaluationSummary evaluation, string name) =>
        [.. evaluation.Curves.Where(curve => curve.Name == name && curve.Points.Count > 0)];

    private static List<string> Legend(List<Curve> curves) =>
        curves.Count < 2 ? [] : [.. curves.Take(CurvePlot.MostSeries).Select(curve => curve.Class ?? "")];
}
