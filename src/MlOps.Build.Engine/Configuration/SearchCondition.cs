namespace MlOps.Build.Engine.Configuration;

/// <summary>A dimension is searched only where another one has one of these values.</summary>
/// <param name="Setting">The other dimension's hyperparameter.</param>
/// <param name="Values">The values; a word is its index.</param>
internal sealed record SearchCondition(string Setting, IReadOnlyList<double> Values);
