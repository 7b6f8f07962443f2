namespace MlOps.Build.Engine.Pipelines;

/// <summary>One file that a stage left.</summary>
/// <param name="Path">Relative to the stage's folder, forward slashes.</param>
/// <param name="Sha256">The content's hash.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record ReceiptOutput(string Path, string Sha256, long Bytes);
