using System.Collections;

namespace MlOps.Build.Contracts;

/// <summary>Collects findings in the order they were made. Not safe for concurrent use.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> _items = [];

    /// <summary>The number of findings.</summary>
    public int Count => _items.Count;

    /// <summary>True when at least one finding is an error.</summary>
    public bool HasErrors => _items.Exists(item => item.Severity == DiagnosticSeverity.Error);

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic) => _items.Add(diagnostic);

    /// <summary>Adds findings in order.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _items.AddRange(diagnostics);

    /// <summary>Adds an error.</summary>
    public void Error(string code, string message, SourcePosition position = default) =>
        Report(code, DiagnosticSeverity.Error, message, position);

    /// <summary>Adds a warning.</summary>
    public void Warning(string code, string message, SourcePosition position = default) =>
        Report(code, DiagnosticSeverity.Warning, message, position);

    /// <summary>Adds a note.</summary>
    public void Info(string code, string message, SourcePosition position = default) =>
        Report(code, DiagnosticSeverity.Info, message, position);

    /// <summary>Adds a finding of the given severity.</summary>
    public void Report(string code, DiagnosticSeverity severity, string message, SourcePosition position = default) =>
        _items.Add(new Diagnostic { Code = code, Severity = severity, Message = message, Position = position });

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
