using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>A row that breaks a rule.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Text">The value that breaks it, as text; null when it is missing or is that of several columns.</param>
internal sealed record FailingRow(RowPlace Place, string? Text);
