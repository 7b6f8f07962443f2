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
}
