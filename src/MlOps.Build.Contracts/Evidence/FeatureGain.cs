namespace MlOps.Build.Contracts;

/// <summary>
/// A feature's share of the gain of all splits of a model's trees (Breiman, Friedman, Olshen and Stone, 1984): of boosted trees, XGBoost's
/// <c>total_gain</c>; of forests the reduction of the squared error, which of classes is Gini's impurity. It is measured on the training rows,
/// so it favours features with many values (Strobl et al., 2007).
/// </summary>
/// <param name="Feature">The feature as the model gets it.</param>
/// <param name="Share">Its share of the gain of all features, above 0, to 1.</param>
public sealed record FeatureGain(string Feature, double Share);
