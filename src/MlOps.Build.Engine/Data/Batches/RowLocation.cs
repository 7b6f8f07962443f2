namespace MlOps.Build.Engine.Data.Batches;

/// <summary>Where a row stands in its table and its file.</summary>
/// <param name="Row">0-based row of the table.</param>
/// <param name="File">The file as the user knows it.</param>
/// <param name="Line">1-based line on which the row starts; of a file without lines, the 1-based row.</param>
internal readonly record struct RowLocation(long Row, string File, int Line);
