using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training.Smoothing;

namespace MlOps.Build.Engine.Training.Baseline;

/// <summary>
/// The baselines that a regression asks for, scored on the test rows. They need the history of labels, so they are references and no
/// model file.
/// </summary>
internal static class NaiveBaselines
{
    /// <summary>Those that can be made; what hinders another is an error.</summary>
    public static IReadOnlyList<ReferenceScores> Of(TrainingConfig config, Table table, Label label, Split split, DiagnosticBag diagnostics)
    {
        var references = new List<ReferenceScores>();
        foreach (var baseline in config.Evaluation.Baselines)
        {
            if (Scores(baseline, config, table, label, split, diagnostics) is { } scores)
                references.Add(new ReferenceScores { Name = baseline.Name, DisplayName = Words(baseline), Scores = scores });
        }

        return references;
    }

    private static float[]? Scores(
        NaiveBaselineConfig baseline, TrainingConfig config, Table table, Label label, Split split, DiagnosticBag diagnostics)
    {
        var train = Array.ConvertAll(split.Train, row => (double)label.Values[row]);
        if (baseline.Kind == NaiveBaselineKind.Median)
        {
            Array.Sort(train);
            return [.. Enumerable.Repeat((float)Quantile.At(train, 0.5), split.Test.Length)];
        }

        var group = baseline.Group is { } name ? table.Find(name) : null;
        var mean = (float)(FixedSum.Sum(train) / train.Length);
        var series = new LabelSeries(table.Find(config.Split.Column!)!, group, label);
        if (baseline.Kind != NaiveBaselineKind.Smoothing)
            return EarlierLabels.Forecast(series, split.Test, baseline.Lag, mean);
        var form = new SmoothingForm(baseline.Trend, baseline.Season, baseline.Lag);
        return CanBe(form, series, split.Test, config, diagnostics) ? SmoothedLabels.Forecast(series, form, split.Train, split.Test, mean) : null;
    }

    // A factor has no meaning at 0 or below.
    private static bool CanBe(SmoothingForm form, LabelSeries series, IReadOnlyList<int> test, TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (form.Season != SeasonForm.Multiplicative)
            return true;
        var asked = test.Select(series.GroupOf).ToHashSet();
        var least = series.All.Where(own => asked.Contains(own.Key)).SelectMany(own => own.Value.Means).DefaultIfEmpty(1).Min();
        if (least > 0)
            return true;
        diagnostics.Error(
            EvaluationCodes.BaselineValues,
            $"the baseline 'exponential_smoothing' has a multiplicative season, which needs labels above 0, and '{config.Label.Name}' is "
            + $"{least.ToString(CultureInfo.InvariantCulture)} at a time. Write 'season: additive'.",
            config.PositionOf("evaluation.baselines"));
        return false;
    }

    private static string Words(NaiveBaselineConfig baseline)
    {
        var words = baseline.Kind switch
        {
            NaiveBaselineKind.Median => "median",
            NaiveBaselineKind.LastValue when baseline.Lag == 1 => "last value",
            NaiveBaselineKind.LastValue => string.Create(CultureInfo.InvariantCulture, $"value {baseline.Lag} times before"),
            NaiveBaselineKind.Seasonal => string.Create(CultureInfo.InvariantCulture, $"seasonal, {baseline.Lag} times before"),
            _ => Smoothing(baseline),
        };
        return baseline.Group is { } group ? $"{words}, by {group}" : words;
    }

    private static string Smoothing(NaiveBaselineConfig baseline)
    {
        var words = baseline.Trend switch
        {
            TrendForm.None => "exponential smoothing",
            TrendForm.Additive => "exponential smoothing with a trend",
            _ => "exponential smoothing with a damped trend",
        };
        return baseline.Season switch
        {
            SeasonForm.None => words,
            SeasonForm.Additive => string.Create(CultureInfo.InvariantCulture, $"{words}, additive season of {baseline.Lag}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{words}, multiplicative season of {baseline.Lag}"),
        };
    }
}
