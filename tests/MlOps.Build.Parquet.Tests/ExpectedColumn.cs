namespace MlOps.Build.Parquet.Tests;

/// <summary>What another reader said of a column: a line a value, <c>n</c> where missing, else <c>v</c> and the value.</summary>
internal sealed record ExpectedColumn(string Name, string Kind, long Missing, IReadOnlyList<string> First, string Sha256);
