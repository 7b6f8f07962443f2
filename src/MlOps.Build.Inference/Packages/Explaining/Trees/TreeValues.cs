namespace MlOps.Build.Inference;

/// <summary>What trees say of one row against background rows.</summary>
/// <param name="Score">The row's score.</param>
/// <param name="Base">The background rows' mean score.</param>
/// <param name="Values">One Shapley value a player.</param>
internal readonly record struct TreeValues(double Score, double Base, double[] Values);
