using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What a look at a project's data gave.</summary>
internal sealed record CheckedData
{
    public required long Rows { get; init; }

    /// <summary>The number of rules that were checked.</summary>
    public required int Rules { get; init; }

    public required IReadOnlyList<BatchColumn> Columns { get; init; }

    /// <summary>How far columns lie from other data.</summary>
    public IReadOnlyList<DistributionDistance> Distances => Streamed?.Distances ?? Summary?.Distances ?? [];

    /// <summary>What a single reading found; null when the table was held.</summary>
    public ContractResult? Streamed { get; init; }

    /// <summary>The profile of a table that was held; null when it was not.</summary>
    public DataSummary? Summary { get; init; }
}
