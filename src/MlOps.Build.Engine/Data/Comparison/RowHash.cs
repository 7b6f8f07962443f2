namespace MlOps.Build.Engine.Data.Comparison;

/// <summary>A row as hashes.</summary>
/// <param name="Key">Of its key, or of all its values when there is no key.</param>
/// <param name="Whole">Of all its values.</param>
/// <param name="HasKey">False when a value of the key is missing.</param>
internal readonly record struct RowHash(ulong Key, ulong Whole, bool HasKey);
