namespace MlOps.Build.Contracts;

/// <summary>One finding: what is wrong, where, and the way out, in one line.</summary>
public sealed record Diagnostic
{
    /// <summary>The stable code, <c>MLOPS</c> and four digits. Each has a page below <c>docs/diagnostics</c>.</summary>
    public required string Code { get; init; }

    /// <summary>How much it weighs.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>The thing, the value, the limit and the way out, in one line.</summary>
    public required string Message { get; init; }

    /// <summary>Where it is.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The canonical form: <c>file(line,column): error MLOPS1004: message</c>.</summary>
    public override string ToString()
    {
        var place = Position.ToString();
        var origin = place.Length == 0 ? "" : place + ": ";
        return $"{origin}{Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
    }
}
