using System.Text;

namespace MlOps.Build.Engine.Data.Batches;

/// <summary>The dictionary of a text column in memory.</summary>
internal sealed class TableTexts(IReadOnlyList<string> texts) : ITextDictionary
{
    private readonly byte[]?[] _utf8 = new byte[]?[texts.Count];

    public int Count => texts.Count;

    public ReadOnlySpan<byte> Utf8(int code) => _utf8[code] ??= Encoding.UTF8.GetBytes(texts[code]);

    public string Text(int code) => texts[code];
}
