namespace MlOps.Build.Engine.Pipelines;

/// <summary>An output of an earlier stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="File">The file in its folder.</param>
internal sealed record UpstreamFile(string Stage, string File);
