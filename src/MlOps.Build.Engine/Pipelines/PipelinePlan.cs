using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What a build has to do.</summary>
/// <param name="UpToDate">Receipts of the leading stages that have nothing to do, in order.</param>
/// <param name="Pending">The other stages, in order; one of them may still turn out to be up to date.</param>
/// <param name="Diagnostics">What stood in the way of planning; an error stops the build.</param>
internal sealed record PipelinePlan(
    IReadOnlyList<Receipt> UpToDate,
    IReadOnlyList<string> Pending,
    IReadOnlyList<Diagnostic> Diagnostics);
