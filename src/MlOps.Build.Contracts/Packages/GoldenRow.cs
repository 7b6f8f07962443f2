namespace MlOps.Build.Contracts;

/// <summary>An input and what the model made of it when it was packed.</summary>
/// <param name="Values">One text a column, as CSV holds it in the invariant culture; null where the value is missing.</param>
/// <param name="Outputs">Probabilities by class (both classes of a binary task), or the one predicted number, then the ends of its interval when there is one.</param>
public sealed record GoldenRow(IReadOnlyList<string?> Values, IReadOnlyList<float> Outputs);
