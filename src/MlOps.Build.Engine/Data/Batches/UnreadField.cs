namespace MlOps.Build.Engine.Data.Batches;

/// <summary>A field that is no value of its column's type.</summary>
/// <param name="Row">0-based row of the batch.</param>
/// <param name="Text">The field as it stands in the file.</param>
/// <param name="NotFinite">True for NaN, infinity and numbers beyond the type's range.</param>
internal readonly record struct UnreadField(int Row, string Text, bool NotFinite);
