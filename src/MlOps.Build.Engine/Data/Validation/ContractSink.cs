using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Repeats;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Holds the rows of one thread against all rules of a contract.</summary>
internal sealed class ContractSink : IBatchSink
{
    private readonly IReadOnlyList<CheckedRule> _rules;
    private readonly ColumnCheck[] _checks;
    private readonly KeyCollector[] _collectors;

    /// <param name="columns">The number of columns.</param>
    /// <param name="rules">The rules that are checked row by row.</param>
    /// <param name="checks">This thread's checks of them.</param>
    /// <param name="collectors">What collects keys that must not repeat.</param>
    public ContractSink(int columns, IReadOnlyList<CheckedRule> rules, ColumnCheck[] checks, KeyCollector[] collectors)
    {
        (_rules, _checks, _collectors) = (rules, checks, collectors);
        Totals = new ColumnTotals[columns];
        for (var i = 0; i < columns; i++)
            Totals[i] = new ColumnTotals();
    }

    public ColumnTotals[] Totals { get; }

    public void Add(RowBatch batch)
    {
        for (var i = 0; i < Totals.Length; i++)
            Totals[i].Add(batch.Columns[i]);
        for (var i = 0; i < _checks.Length; i++)
            _checks[i].Add(batch.Block, batch.Columns[_rules[i].Column]);
        foreach (var collector in _collectors)
            collector.Add(batch);
    }
}
