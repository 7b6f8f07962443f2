using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Rows as an expectation on rows counts them.</summary>
internal sealed record MapCounts
{
    /// <summary>The rows that the row condition selects.</summary>
    public required long Elements { get; init; }

    /// <summary>Those without a value, or ignored.</summary>
    public required long Missing { get; init; }

    /// <summary>False of an expectation about missing values themselves, whose result tells nothing else of them.</summary>
    public bool TellsMissing { get; init; } = true;

    public required long Unexpected { get; init; }

    /// <summary>The columns whose values <see cref="Rows"/> hold.</summary>
    public required IReadOnlyList<BatchColumn> Columns { get; init; }

    /// <summary>How <see cref="Rows"/> stand in a result.</summary>
    public RowShape Shape => Columns.Count == 1 ? RowShape.Value : IsPair ? RowShape.Pair : RowShape.Record;

    /// <summary>True of an expectation on two columns A and B.</summary>
    public bool IsPair { get; init; }

    /// <summary>The first unexpected rows.</summary>
    public required IReadOnlyList<KeptRow> Rows { get; init; }

    /// <summary>The share of the considered rows that are expected, 1 when there are none.</summary>
    public double ExpectedShare => Elements == Missing ? 1 : (double)(Elements - Missing - Unexpected) / (Elements - Missing);
}
