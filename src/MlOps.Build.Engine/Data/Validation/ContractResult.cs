using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>What holding a table against its contract gave.</summary>
internal sealed record ContractResult
{
    public required long Rows { get; init; }

    /// <summary>The number of rules that were checked.</summary>
    public required int Rules { get; init; }

    /// <summary>By column, in file order.</summary>
    public required IReadOnlyList<ColumnTotals> Totals { get; init; }

    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>How far columns lie from other data, where the contract limits that and there are such data.</summary>
    public IReadOnlyList<DistributionDistance> Distances { get; init; } = [];

    /// <summary>Null for a table without rows.</summary>
    public DataQuality? Quality { get; init; }

    /// <summary>As evidence has it, without profiles of the columns.</summary>
    public DataSummary Summary(DataSchema schema, IReadOnlyList<DataFile> files) => new()
    {
        Files = files,
        Rows = Rows,
        RowsRead = Rows,
        Rules = Rules,
        Inferred = schema.Inferred,
        License = schema.License,
        Columns = [],
        Violations = Violations,
        Distances = Distances,
        Quality = Quality,
    };
}
