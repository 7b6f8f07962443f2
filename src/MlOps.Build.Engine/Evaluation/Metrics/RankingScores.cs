namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>What one pass over ranked rows gives.</summary>
/// <param name="Positives">Weight of the positive rows drawn.</param>
/// <param name="Negatives">Weight of the negative rows drawn.</param>
/// <param name="Auc">Area under the ROC curve; NaN without both classes.</param>
/// <param name="AveragePrecision">Average precision; NaN without positives.</param>
internal readonly record struct RankingScores(double Positives, double Negatives, double Auc, double AveragePrecision);
