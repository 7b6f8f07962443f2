using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>Appends the values of a page as texts.</summary>
internal abstract class TextSource
{
    public abstract void Append(ValueEncoding encoding, ReadOnlySpan<byte> content, int count, TextBuffer target);

    /// <summary>The count if so many values can lie in so many bytes of a dictionary.</summary>
    public abstract int CheckedCount(int bytes, int count);
}
