using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates;

/// <summary>Turns verdicts into findings at the items' places.</summary>
internal static class GateEnforcer
{
    /// <summary>An error for each failed item, a warning for one that only warns, a finding of the given severity for each undecided one.</summary>
    public static IReadOnlyList<Diagnostic> Diagnostics(GateSummary gate, DiagnosticSeverity undecided) =>
    [
        .. gate.Items
            .Where(item => item.Verdict != Verdict.Pass && !item.IsHeading)
            .Select(item => item switch
            {
                { Warns: true } => Warned(item),
                { Verdict: Verdict.Fail } => Failed(item),
                _ => Undecided(item, undecided),
            }),
    ];

    private static Diagnostic Failed(GateItem item) => new()
    {
        Code = GateCodes.Failed,
        Severity = DiagnosticSeverity.Error,
        Message = $"failed: {item.Explanation}.{See(item)}",
        Position = item.Position,
    };

    // What could not be decided is no news in an item that does not count.
    private static Diagnostic Warned(GateItem item) => new()
    {
        Code = GateCodes.Warned,
        Severity = item.Verdict == Verdict.Fail ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
        Message = $"{(item.Verdict == Verdict.Fail ? "does not hold" : "undecided")}, and only warns: {item.Explanation}.{See(item)}",
        Position = item.Position,
    };

    private static Diagnostic Undecided(GateItem item, DiagnosticSeverity severity) => new()
    {
        Code = GateCodes.Undecided,
        Severity = severity,
        Message = item.Expression is null
            ? $"undecided: \"{item.Text}\" is {item.Explanation}."
            : $"undecided: {item.Explanation}.{See(item)}",
        Position = item.Position,
    };

    private static string See(GateItem item) => item.Section is { } section ? $" See report.html#{section}." : "";
}
