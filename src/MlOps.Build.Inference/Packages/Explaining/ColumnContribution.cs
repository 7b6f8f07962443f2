namespace MlOps.Build.Inference;

/// <summary>How much one column moved a prediction.</summary>
/// <param name="Column">The column's name in the data.</param>
/// <param name="Value">The Shapley value, in the units of the output: probability, or the predicted number. Negative when it lowered it.</param>
public readonly record struct ColumnContribution(string Column, double Value);
