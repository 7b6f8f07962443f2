using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates;

/// <summary>Turns an offset in a text into line and column, both from 1.</summary>
internal sealed class TextLines
{
    private readonly string _file;
    private readonly List<int> _starts = [0];

    public TextLines(string file, string text)
    {
        _file = file;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _starts.Add(i + 1);
        }
    }

    public SourcePosition At(int offset)
    {
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePosition(_file, line + 1, offset - _starts[line] + 1);
    }
}
