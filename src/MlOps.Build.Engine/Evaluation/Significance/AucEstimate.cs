namespace MlOps.Build.Engine.Evaluation.Significance;

/// <summary>One model's AUC with DeLong's variance.</summary>
/// <param name="Auc">0 to 1.</param>
/// <param name="StandardError">The square root of the variance; 0 when the classes are separated or all scores are equal.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
internal sealed record AucEstimate(double Auc, double StandardError, double Low, double High);
