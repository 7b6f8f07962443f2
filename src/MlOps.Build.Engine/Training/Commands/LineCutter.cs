using System.Text;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>
/// Cuts what a program prints into lines that are not empty. A carriage return ends a line, as progress bars are drawn; what is longer than a
/// person reads is cut, because a program may print anything.
/// </summary>
internal sealed class LineCutter(Action<string> heard)
{
    private const int Longest = 1000;

    private readonly StringBuilder _line = new();

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is '\n' or '\r')
                End();
            else if (_line.Length < Longest)
                _line.Append(char.IsControl(c) ? ' ' : c);
        }
    }

    /// <summary>Ends the last line, which needs no line break.</summary>
    public void End()
    {
        var line = _line.ToString().Trim();
        _line.Clear();
        if (line.Length > 0)
            heard(line);
    }
}
