namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads a value from UTF-8 text.</summary>
internal delegate ParseOutcome FieldParse<T>(ReadOnlySpan<byte> text, out T value);
