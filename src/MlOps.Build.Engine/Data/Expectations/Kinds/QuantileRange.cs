namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Where a quantile should lie; infinite limits allow everything.</summary>
internal readonly record struct QuantileRange(double Quantile, double Low, double High);
