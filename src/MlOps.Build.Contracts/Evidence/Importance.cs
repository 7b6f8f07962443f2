namespace MlOps.Build.Contracts;

/// <summary>Permutation importance of a raw column (Breiman 2001): how much the primary metric worsens when its values are shuffled.</summary>
/// <param name="Column">The raw column.</param>
/// <param name="Value">Mean worsening over the repeats, in the primary metric's units; below 0 means no use.</param>
/// <param name="Low">Smallest of the repeats.</param>
/// <param name="High">Largest of the repeats.</param>
/// <param name="Attribution">
/// Of trees, the mean magnitude of the column's Shapley value over test rows (TreeSHAP, Lundberg et al. 2020), summed over classes: how far it
/// moves the score, which of boosted trees for classes is log-odds and of forests a probability. Null for other models and where it was not computed.
/// </param>
public sealed record Importance(string Column, double Value, double Low, double High, double? Attribution = null);
