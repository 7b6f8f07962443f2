using System.Text;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>One field as it stands in the file.</summary>
internal readonly ref struct CsvField(ReadOnlySpan<byte> raw, bool quoted, bool escaped)
{
    /// <summary>The bytes between the delimiters, quotes included.</summary>
    public ReadOnlySpan<byte> Raw { get; } = raw;

    public bool Quoted { get; } = quoted;

    /// <summary>True when the quoted content holds doubled quotes.</summary>
    public bool Escaped { get; } = escaped;

    /// <summary>The bytes without the outer quotes; doubled quotes are still doubled.</summary>
    public ReadOnlySpan<byte> Content => Quoted ? Raw[1..^1] : Raw;

    public string Text()
    {
        var text = Encoding.UTF8.GetString(Content);
        return Escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>Copies the content, doubled quotes undone.</summary>
    /// <returns>The number of bytes.</returns>
    public int CopyTo(Span<byte> target)
    {
        var content = Content;
        if (!Escaped)
        {
            content.CopyTo(target);
            return content.Length;
        }

        var length = 0;
        for (var at = content.IndexOf((byte)'"'); at >= 0; at = content.IndexOf((byte)'"'))
        {
            content[..(at + 1)].CopyTo(target[length..]);
            length += at + 1;
            content = content[Math.Min(at + 2, content.Length)..];
        }

        content.CopyTo(target[length..]);
        return length + content.Length;
    }
}
