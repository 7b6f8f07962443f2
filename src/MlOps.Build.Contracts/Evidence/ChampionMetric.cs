namespace MlOps.Build.Contracts;

/// <summary>How likely this model is worse than the champion by one metric.</summary>
/// <param name="Name">The metric.</param>
/// <param name="ChanceOfWorse">
/// Share of the paired resamples, among those on which both models have the metric, in which this model is strictly worse, 0 to 1; null
/// when there are none.
/// </param>
public sealed record ChampionMetric(string Name, double? ChanceOfWorse);
