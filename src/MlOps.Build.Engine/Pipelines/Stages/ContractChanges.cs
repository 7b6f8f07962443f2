using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Schemas.Evolution;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Which rules of a build's contract changed since an earlier file of it, and the rows that loosened ones let in.</summary>
internal static class ContractChanges
{
    /// <summary>Null when no earlier contract is named, or, with a warning, when it cannot be read.</summary>
    public static ContractDiff? Of(Workspace workspace, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (workspace.Project.ReferenceSchema is not { } file || workspace.Schema([]) is not { } now)
            return null;
        var (name, found) = (workspace.Project.Display(file), new DiagnosticBag());
        if (!File.Exists(file) || ProjectText.Read(name, file, found) is not { } text || SchemaFile.Parse(name, text, found) is not { } before)
        {
            var fault = found.FirstOrDefault(finding => finding.Severity == DiagnosticSeverity.Error);
            diagnostics.Warning(
                DriftCodes.ReferenceData,
                $"MlOpsReferenceSchema is '{name}': {fault?.Message ?? "it does not exist."} The report shows no changes of the contract.",
                fault?.Position ?? new SourcePosition(name));
            return null;
        }

        var changes = SchemaComparer.Compare(before, now);
        if (changes.Any(change => change.Direction == ContractChangeKind.Looser) && workspace.Table(now, [], cancellation) is { } table)
            changes = LetInRows.Count(changes, before, table, cancellation);
        return new ContractDiff { Reference = name, Changes = [.. changes.OrderBy(change => change.Direction).Select(Describe)] };
    }

    private static ContractChange Describe(SchemaChange change) => new()
    {
        Column = change.Column,
        Rule = change.Key,
        Kind = change.Direction,
        Before = change.Before,
        After = change.After,
        LetsIn = change.LetsIn,
        First = change.Examples is [var first, ..] ? new SourcePosition(first.File, first.Line) : null,
    };
}
