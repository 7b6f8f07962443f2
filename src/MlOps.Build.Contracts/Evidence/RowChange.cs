namespace MlOps.Build.Contracts;

/// <summary>A row that changed.</summary>
/// <param name="Key">The values of its key, in the order of the key's columns.</param>
/// <param name="Values">The values that changed.</param>
public sealed record RowChange(IReadOnlyList<string> Key, IReadOnlyList<ValueChange> Values);
