using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Backtests;

namespace MlOps.Build.Engine.Tuning;

/// <summary>The interval of a mean over folds that share training rows; none over windows by time, whose training rows grow.</summary>
/// <param name="share">Judged rows a training row, over all folds.</param>
/// <param name="confidence">Of the interval; null for windows by time.</param>
internal sealed class FoldSpread(double share, double? confidence)
{
    public static FoldSpread Of(IReadOnlyList<TrialRows> folds, double? confidence) => new(
        folds.Sum(rows => (double)rows.Labels.Length) / folds.Sum(rows => (double)rows.Parts.Train.Labels.Length + rows.Parts.Validation.Labels.Length),
        confidence);

    public BacktestMetric Of(IReadOnlyList<double> values) => BacktestStatistics.Of("", [.. values], share, confidence);
}
