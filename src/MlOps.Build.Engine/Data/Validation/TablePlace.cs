namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Where findings about a whole table are said to be.</summary>
/// <param name="File">Its first file.</param>
/// <param name="Rows">The number of its rows.</param>
internal sealed record TablePlace(string File, long Rows);
