namespace MlOps.Build.Engine.Evaluation.Importances.Dependence;

/// <summary>A value that a column takes.</summary>
/// <param name="Donor">A test row that has it, by its place among the test rows.</param>
/// <param name="Text">The value as text.</param>
/// <param name="Number">The value of a number; null for others.</param>
internal readonly record struct GridValue(int Donor, string Text, double? Number);
