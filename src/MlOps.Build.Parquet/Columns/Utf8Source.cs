using System.Text.Unicode;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>BYTE_ARRAY as text; it must be UTF-8.</summary>
/// <param name="isText">False when the file does not say that the bytes are text; NUL then tells that they are not.</param>
internal sealed class Utf8Source(bool isText) : TextSource
{
    public override void Append(ValueEncoding encoding, ReadOnlySpan<byte> content, int count, TextBuffer target)
    {
        var first = target.Count;
        var start = target.Content.Length;
        TextPages.Append(encoding, content, count, target);
        Check(target.Content.Span[start..], target.Ends.Span[first..], start);
    }

    public override int CheckedCount(int bytes, int count)
    {
        if (count < 0 || count > bytes / 4)
            Faults.Short("dictionary texts", count * 4L, bytes);
        return count;
    }

    // All at once: texts are valid when their whole is and none starts inside a character.
    private void Check(ReadOnlySpan<byte> content, ReadOnlySpan<int> ends, int start)
    {
        var isValid = Utf8.IsValid(content) && (isText || !content.Contains((byte)0));
        for (var i = 0; i < ends.Length && isValid; i++)
            isValid = ends[i] - start >= content.Length || (content[ends[i] - start] & 0xC0) != 0x80;
        if (!isValid)
            Faults.Value("a text is not UTF-8; write the column as UTF-8 text, or bytes as text in hexadecimal or base 64", "");
    }
}
