using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>Values that are read as text although they do not lie as text in the file.</summary>
/// <param name="source">The values.</param>
/// <param name="format">Writes a value into the span, which has room for 64 bytes, and tells how many it took.</param>
internal sealed class FormattedSource<T>(DenseSource<T> source, Func<T, Span<byte>, int> format) : TextSource
{
    public override void Append(ValueEncoding encoding, ReadOnlySpan<byte> content, int count, TextBuffer target)
    {
        var values = new T[count];
        source.Decode(encoding, content, values);
        foreach (var value in values)
            target.Commit(format(value, target.Room(64)));
    }

    public override int CheckedCount(int bytes, int count)
    {
        if (count < 0 || count > bytes)
            Faults.Short("dictionary values", count, bytes);
        return count;
    }
}
