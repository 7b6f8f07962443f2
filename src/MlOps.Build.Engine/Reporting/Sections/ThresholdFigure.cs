using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What another decision threshold would do on the test rows (binary).</summary>
internal static class ThresholdFigure
{
    /// <summary>Nothing without the four curves by threshold and the counts of both classes.</summary>
    public static IEnumerable<ReportBlock> Of(EvaluationSummary evaluation, ReportWords words)
    {
        var rows = Rows(evaluation);
        if (rows.Count < 2)
            yield break;
        yield return new FigureRow([Plot(rows, evaluation, words)]);
        yield return new Explorer(Table(rows, words), words.Say("Every threshold"), Start(rows, evaluation.Threshold ?? 0.5));
    }

    // The curves have the same thresholds, and shares; people think in rows.
    private static List<Counts> Rows(EvaluationSummary evaluation)
    {
        var recall = Points(evaluation, "threshold_recall");
        var flagged = Points(evaluation, "threshold_flagged");
        if (recall.Count != flagged.Count || evaluation.Confusion is not [{ Count: 2 }, { Count: 2 } positives])
            return [];
        var all = positives.Sum();
        return
        [
            .. recall.Zip(flagged, (found, called) => new Counts(
                found.X,
                (long)Math.Round(called.Y * evaluation.Rows),
                (long)Math.Round(found.Y * all),
                all)),
        ];
    }

    private static IReadOnlyList<CurvePoint> Points(EvaluationSummary evaluation, string name) =>
        evaluation.Curves.FirstOrDefault(curve => curve.Name == name)?.Points ?? [];

    private static int Start(List<Counts> rows, double threshold) =>
        rows.FindLastIndex(row => row.Threshold <= threshold + 1e-9) is var at && at < 0 ? 0 : at;

    private static Figure Plot(List<Counts> rows, EvaluationSummary evaluation, ReportWords words)
    {
        var best = rows.MaxBy(row => row.F1 ?? 0);
        var sentence = words.Say($"Raising the threshold finds fewer positives and is right more often; F1 is highest, {words.Number(best.F1 ?? 0)}, "
            + $"at {words.Number(best.Threshold, 2)}, judged on the very rows that are drawn.");
        var curves = new[]
        {
            Line(rows, row => row.Precision), Line(rows, row => row.Recall), Line(rows, row => row.F1),
        };
        return new Figure
        {
            Id = "threshold",
            Title = words.Say("Choosing a threshold"),
            Sentence = sentence,
            Plot = CurvePlot.Of(curves, words.Say("threshold"), words.Say("share"), sentence, 0),
            Legend = [words.Metric("precision"), words.Metric("recall"), words.Metric("f1")],
        };
    }

    private static Curve Line(List<Counts> rows, Func<Counts, double?> share) => new()
    {
        Name = "threshold",
        Points = [.. rows.Where(row => share(row) is not null).Select(row => new CurvePoint(row.Threshold, share(row)!.Value))],
    };

    private static ReportTable Table(List<Counts> rows, ReportWords words) => new(
        [
            new(words.Say("threshold"), true), new(words.Metric("precision"), true), new(words.Metric("recall"), true),
            new(words.Metric("f1"), true), new(words.Say("called positive"), true), new(words.Say("right"), true),
            new(words.Say("false alarms"), true), new(words.Say("missed"), true),
        ],
        [
            .. rows.Select(row => new[]
            {
                words.Number(row.Threshold, 2), Share(row.Precision, words), Share(row.Recall, words), Share(row.F1, words),
                words.Count(row.Called), words.Count(row.Right), words.Count(row.Called - row.Right), words.Count(row.Positives - row.Right),
            }),
        ]);

    private static string Share(double? share, ReportWords words) => share is { } value ? words.Number(value) : words.Say("not defined");

    private readonly record struct Counts(double Threshold, long Called, long Right, long Positives)
    {
        public double? Precision => Called == 0 ? null : (double)Right / Called;

        public double? Recall => Positives == 0 ? null : (double)Right / Positives;

        public double? F1 => Called + Positives == 0 ? null : 2.0 * Right / (Called + Positives);
    }
}
