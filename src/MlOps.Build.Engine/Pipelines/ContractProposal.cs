using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Schemas.Evolution;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>
/// What a contract would have to allow for today's data to keep it. It is proposed beside, never written over: a rule is loosened by a person only.
/// </summary>
internal sealed class ContractProposal(ModelProject project)
{
    /// <summary>Says each rule that the data break and how far it would have to be loosened, and writes the contract that is; removes it when none is.</summary>
    /// <param name="text">The contract.</param>
    /// <param name="diagnostics">Takes a warning a rule.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public void Write(string text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var file = new StateFolder(project.StateFolder).ProposedSchema;
        if (Changes(text, cancellationToken) is not ({ } proposed, { Count: > 0 } changes))
        {
            if (File.Exists(file))
                File.Delete(file);
            return;
        }

        foreach (var change in changes)
            diagnostics.Warning(DataCodes.ContractProposal, Message(change, file), change.Position);
        WholeFile.WriteIfDifferent(file, SchemaFile.Write(proposed));
    }

    private (DataSchema Proposed, IReadOnlyList<SchemaChange> Changes)? Changes(string text, CancellationToken cancellationToken)
    {
        if (SchemaFile.Parse(project.Display(project.SchemaFile), text, []) is not { } schema
            || CleanTableReader.Read(project.Sources, schema, [], cancellationToken) is not { Table: var table })
        {
            return null;
        }

        var summary = DataValidator.Validate(table, schema, [], [], cancellationToken);
        var proposed = SchemaProposal.Of(schema, table, summary.Violations);
        return (proposed, LetInRows.Count(SchemaComparer.Compare(schema, proposed), schema, table, cancellationToken));
    }

    private string Message(SchemaChange change, string file) =>
        $"the data break a rule. Proposed: {SchemaChangeText.Line(change)}. Fix the data, or take it from {project.Display(file)}.";
}
