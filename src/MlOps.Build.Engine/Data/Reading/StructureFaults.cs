using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Faults in the layout of one file: the first few of each code are listed, all are counted.</summary>
internal sealed class StructureFaults(string file, DiagnosticBag diagnostics)
{
    private const int Listed = 5;
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public bool Any => _counts.Count > 0;

    public void Add(string code, string message, int line, int field)
    {
        var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (count <= Listed)
            diagnostics.Error(code, message, new SourcePosition(file, line, field));
    }

    /// <summary>Says how many were not listed.</summary>
    public void Close()
    {
        foreach (var (code, count) in _counts.Where(entry => entry.Value > Listed))
            diagnostics.Error(code, $"{Shown.Count(count)} such errors in the file; the first {Listed} are listed.", new SourcePosition(file));
    }
}
