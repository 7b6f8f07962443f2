using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Checks;

/// <summary>
/// <c>contract.coverage</c>: the share of the contract's columns with at least one rule beyond their type. An inferred contract repeats what
/// the data held, so it covers nothing that somebody decided.
/// </summary>
internal sealed class CoverageCheck : IModelCheck
{
    public IReadOnlyList<string> Names { get; } = ["contract.coverage"];

    public StageInputs Inputs(CheckContext context) => new()
    {
        Options = [StageInputs.Option("schema", SchemaFile.Write(context.Schema)), StageInputs.Option("inferred", !context.Workspace.HasSchemaFile)],
    };

    public IEnumerable<CheckValue> Measure(CheckContext context, CancellationToken cancellationToken)
    {
        var columns = context.Schema.Columns;
        if (!context.Workspace.HasSchemaFile)
        {
            yield return new CheckValue
            {
                Name = Names[0],
                Reason = "there is no contract but the one inferred from the data; 'dotnet build -t:MlOpsInit' writes it",
            };
            yield break;
        }

        var covered = columns.Count(HasRule);
        yield return new CheckValue { Name = Names[0], Value = (double)covered / columns.Count, Detail = $"{covered} of {columns.Count} columns" };
    }

    private static bool HasRule(ColumnSchema column) => column is
    {
        MaximumMissing: not null
    } or { Unique: true } or { Minimum: not null } or { Maximum: not null } or { Values.Count: > 0 } or { Pattern: not null }
        or { MinimumLength: not null } or { MaximumLength: not null };
}
