namespace MlOps.Build.Contracts;

/// <summary>A column that is not a feature.</summary>
/// <param name="Column">The column.</param>
/// <param name="Reason">Why, in words, such as <c>known only after the outcome</c>.</param>
/// <param name="Position">Where that is declared, when it is.</param>
public sealed record ExcludedColumn(string Column, string Reason, SourcePosition Position);
