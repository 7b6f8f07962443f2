using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Repeats;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Holds the rows of one thread against all rules of a contract.</summary>
internal sealed class ContractSink : IBatchSink
{
    private readonly (int Column, ColumnCheck Check)[] _checks;
    private readonly KeyCollector[] _collectors;

    /// <param name="columns">The number of columns.</param>
    /// <param name="checks">The checks, each with its 0-based column.</param>
    /// <param name="collectors">What collects keys that must not repeat.</param>
    public ContractSink(int columns, (int Column, ColumnCheck Check)[] checks, KeyCollector[] collectors)
    {
        (_checks, _collectors) = (checks, collectors);
        Totals = new ColumnTotals[columns];
        for (var i = 0; i < columns; i++)
            Totals[i] = new ColumnTotals();
    }

    public ColumnTotals[] Totals { get; }

    public void Add(RowBatch batch)
    {
        for (var i = 0; i < Totals.Length; i++)
            Totals[i].Add(batch.Columns[i]);
        foreach (var (column, check) in _checks)
            check.Add(batch.Block, batch.Columns[column]);
        foreach (var collector in _collectors)
            collector.Add(batch);
    }
}
