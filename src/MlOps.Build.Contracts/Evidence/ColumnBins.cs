namespace MlOps.Build.Contracts;

/// <summary>How a column's rows fall into bins: enough to say later whether other rows are like them, without the rows.</summary>
public sealed record ColumnBins
{
    /// <summary>
    /// Numbers, dates (days since 1970-01-01) and timestamps (milliseconds since 1970-01-01 UTC): the upper ends of the bins, ascending.
    /// A value is in the first bin whose end is not below it, or else in one more bin.
    /// </summary>
    public IReadOnlyList<double> Edges { get => field ?? []; init; } = [];

    /// <summary>Text and booleans: the values that have a bin of their own; all others share one more bin.</summary>
    public IReadOnlyList<string> Values { get => field ?? []; init; } = [];

    /// <summary>Rows by bin: those of the edges or values in their order, the one more bin, and last the rows without a value.</summary>
    public required IReadOnlyList<long> Counts { get; init; }
}
