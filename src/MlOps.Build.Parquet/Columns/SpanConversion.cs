namespace MlOps.Build.Parquet.Columns;

/// <summary>Turns values as they lie in the file into values as they are read; both spans have the same length.</summary>
internal delegate void SpanConversion<TStored, TRead>(ReadOnlySpan<TStored> source, Span<TRead> target);
