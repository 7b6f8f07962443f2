namespace MlOps.Build.Engine.Training.Bayes;

/// <summary>Neighbouring features that have one distribution together.</summary>
/// <param name="First">The first feature.</param>
/// <param name="Count">How many; several are the one-hot categories of one column.</param>
/// <param name="IsNumber">A number; otherwise 0 or 1.</param>
internal readonly record struct FeatureGroup(int First, int Count, bool IsNumber);
