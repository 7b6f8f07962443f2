using System.Text;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>The texts of one block, one a row: where so many differ that looking each up would cost more than it saves.</summary>
internal sealed class BlockTexts(int rows) : ITextDictionary
{
    private readonly int[] _ends = new int[rows + 1];
    private byte[] _content = new byte[rows * 16];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Utf8(int code) => _content.AsSpan(_ends[code].._ends[code + 1]);

    public string Text(int code) => Encoding.UTF8.GetString(Utf8(code));

    public void Add(in CsvField field)
    {
        var start = _ends[Count];
        if (start + field.Content.Length > _content.Length)
            Array.Resize(ref _content, Math.Max(_content.Length * 2, start + field.Content.Length));
        _ends[++Count] = start + field.CopyTo(_content.AsSpan(start));
    }
}
