using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Faults in the layout of one file: the first few of each code are listed, all are counted.</summary>
internal sealed class StructureFaults(string file, DiagnosticBag diagnostics)
{
    public const int Listed = 5;

    // Made for the first fault: most files have none, and this is on the way to the first row.
    private SortedDictionary<(string Code, DiagnosticSeverity Severity), long>? _counts;

    /// <summary>True when a fault is an error.</summary>
    public bool Fatal { get; private set; }

    public void Add(string code, string message, int line, int field, DiagnosticSeverity severity = DiagnosticSeverity.Error)
    {
        if (Count(code, severity, 1) <= Listed)
            diagnostics.Report(code, severity, message, new SourcePosition(file, line, field));
    }

    /// <summary>Counts more faults that are not listed.</summary>
    /// <returns>How many there are now.</returns>
    public long Count(string code, DiagnosticSeverity severity, int more)
    {
        Fatal |= severity == DiagnosticSeverity.Error;
        _counts ??= [];
        return _counts[(code, severity)] = _counts.GetValueOrDefault((code, severity)) + more;
    }

    public void Add(CsvFault fault, int line, int field)
    {
        if (fault == CsvFault.UnclosedQuote)
            Add(DataCodes.UnclosedQuote, Unclosed, line, field);
        else if (fault == CsvFault.TextAfterQuote)
            Add(DataCodes.TextAfterQuote, "text after the closing quote. Double a quote that is text, or remove the text.", line, field);
        else if (fault == CsvFault.StrayQuote)
            Add(DataCodes.StrayQuote, StrayMessage, line, field, DiagnosticSeverity.Warning);
    }

    /// <summary>Says how many were not listed.</summary>
    public void Close()
    {
        if (_counts is null)
            return;
        foreach (var ((code, severity), count) in _counts.Where(entry => entry.Value > Listed))
            diagnostics.Report(code, severity, $"{Shown.Count(count)} such places in the file; the first {Listed} are listed.", new(file));
    }

    private const string Unclosed = "the quote that opens here is never closed. Close it, or double it when it is text.";

    private const string StrayMessage =
        "a quote inside a field that is not quoted; it is taken as text. Quote the field and double the quote: \"6\"\" pipe\".";
}
