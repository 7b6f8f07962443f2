namespace MlOps.Build.Contracts;

/// <summary>Where a column lacks values.</summary>
/// <param name="Name">The column.</param>
/// <param name="Counts">Rows without a value, by block of rows.</param>
public sealed record MissingColumn(string Name, IReadOnlyList<long> Counts);
