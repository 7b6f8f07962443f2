namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>A row in quarantine.</summary>
/// <param name="File">Its file, as the user knows it.</param>
/// <param name="Line">1-based line on which it starts.</param>
/// <param name="Reason">Why, in words; no value of it.</param>
/// <param name="Values">Its values as text, in the table's column order; null where missing.</param>
internal sealed record QuarantinedRow(string File, int Line, string Reason, IReadOnlyList<string?> Values);
