using System.Globalization;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Training.Baseline;

/// <summary>
/// The baselines that a regression asks for, scored on the test rows. They need the history of labels, so they are references and no
/// model file.
/// </summary>
internal static class NaiveBaselines
{
    public static IReadOnlyList<ReferenceScores> Of(TrainingConfig config, Table table, Label label, Split split) =>
    [
        .. config.Evaluation.Baselines.Select(baseline => new ReferenceScores
        {
            Name = baseline.Name,
            DisplayName = Words(baseline),
            Scores = Scores(baseline, config, table, label, split),
        }),
    ];

    private static float[] Scores(NaiveBaselineConfig baseline, TrainingConfig config, Table table, Label label, Split split)
    {
        var train = Array.ConvertAll(split.Train, row => (double)label.Values[row]);
        if (baseline.Kind == NaiveBaselineKind.Median)
        {
            Array.Sort(train);
            return [.. Enumerable.Repeat((float)Quantile.At(train, 0.5), split.Test.Length)];
        }

        var group = baseline.Group is { } name ? table.Find(name) : null;
        var mean = (float)(FixedSum.Sum(train) / train.Length);
        return new EarlierLabels(table.Find(config.Split.Column!)!, group, label).Forecast(split.Test, baseline.Lag, mean);
    }

    private static string Words(NaiveBaselineConfig baseline)
    {
        var words = baseline.Kind switch
        {
            NaiveBaselineKind.Median => "median",
            NaiveBaselineKind.LastValue when baseline.Lag == 1 => "last value",
            NaiveBaselineKind.LastValue => string.Create(CultureInfo.InvariantCulture, $"value {baseline.Lag} times before"),
            _ => string.Create(CultureInfo.InvariantCulture, $"seasonal, {baseline.Lag} times before"),
        };
        return baseline.Group is { } group ? $"{words}, by {group}" : words;
    }
}
