namespace MlOps.Build.Parquet.Columns;

/// <summary>Turns values of so many bytes each into values as they are read.</summary>
internal delegate void BytesConversion<TRead>(ReadOnlySpan<byte> source, int width, Span<TRead> target);
