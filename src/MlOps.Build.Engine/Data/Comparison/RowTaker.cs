namespace MlOps.Build.Engine.Data.Comparison;

/// <summary>Takes the rows of a batch.</summary>
internal delegate void RowTaker(ReadOnlySpan<RowHash> rows);
