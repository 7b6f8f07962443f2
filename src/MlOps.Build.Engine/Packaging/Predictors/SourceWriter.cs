using System.Text;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes indented lines that end in LF.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
    }

    public void Open()
    {
        Line("{");
        _depth++;
    }

    public void Close(string end = "}")
    {
        _depth--;
        Line(end);
    }

    /// <summary>A documentation element; the text is escaped already.</summary>
    public void Doc(string element, string text) => Line($"/// <{element}>{text}</{element.Split(' ')[0]}>");

    public void Summary(string text) => Doc("summary", text);

    public override string ToString() => _text.ToString();
}
