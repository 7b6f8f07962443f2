namespace MlOps.Build.Engine.Training.Commands;

/// <summary>The last lines that a program wrote.</summary>
internal sealed class LastLines
{
    private const int Most = 5;

    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        if (_lines.Count == Most)
            _lines.Dequeue();
        _lines.Enqueue(line);
    }

    /// <summary>In one line; empty when there was nothing.</summary>
    public override string ToString() => string.Join(" | ", _lines);
}
