namespace MlOps.Build.Contracts;

/// <summary>How well one column alone predicts the label.</summary>
/// <param name="Column">The column.</param>
/// <param name="Measure"><c>auc</c> (classification, one against the rest) or <c>r2</c>.</param>
/// <param name="Value">The cross-validated value.</param>
public sealed record LeakageScore(string Column, string Measure, double Value);
