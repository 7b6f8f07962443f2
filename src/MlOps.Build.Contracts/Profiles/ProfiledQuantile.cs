namespace MlOps.Build.Contracts;

/// <summary>A quantile by linear interpolation (type 7 of Hyndman and Fan, 1996; NumPy's default).</summary>
/// <param name="Share">The share of values below it, 0 to 1.</param>
/// <param name="Value">The quantile, or an estimate of it.</param>
/// <param name="Low">It is not below this; null when <paramref name="Value"/> is exact.</param>
/// <param name="High">It is not above this; null when <paramref name="Value"/> is exact.</param>
public sealed record ProfiledQuantile(double Share, double Value, double? Low = null, double? High = null);
