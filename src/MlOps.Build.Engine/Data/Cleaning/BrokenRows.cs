using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>Finds rows that break a rule of severity <c>error</c> on one of their values, more of them than <c>mostly</c> tolerates.</summary>
internal static class BrokenRows
{
    /// <summary>For each row the first rule that it breaks, in words without the value; null where it breaks none.</summary>
    public static string?[] Find(Table table, DataSchema schema)
    {
        var source = new TableBatches(table);
        var watch = new RuleWatch(source, schema);
        source.Read(() => watch, [], CancellationToken.None);
        var reasons = new string?[table.RowCount];
        foreach (var (rule, failing) in watch.Broken())
        {
            foreach (var location in source.Locate([.. failing.First.Select(row => row.Place)]))
                reasons[location.Row] ??= Reason(rule);
        }

        return reasons;
    }

    // A contract's own limits are as sensitive as the data.
    private static string Reason(ColumnRule rule) =>
        $"{Shown.Text(rule.Schema.Name)} breaks {(rule.Schema.Sensitive ? $"'{rule.Key}'" : rule.Words)}";

    private sealed class RuleWatch : IBatchSink
    {
        private readonly List<(ColumnRule Rule, int Column, ColumnCheck Check)> _checks = [];
        private readonly ColumnTotals[] _totals;

        public RuleWatch(TableBatches source, DataSchema schema)
        {
            _totals = [.. source.Columns.Select(_ => new ColumnTotals())];
            foreach (var (index, column) in source.Columns.Index())
            {
                if (schema.Find(column.Name) is not { Severity: DiagnosticSeverity.Error } rules)
                    continue;
                foreach (var rule in ColumnRules.Of(rules).Where(rule => rule is not MissingRule))
                {
                    if (rule.Start() is not { } check)
                        continue;
                    check.Failing.KeepAll();
                    _checks.Add((rule, index, check));
                }
            }
        }

        public void Add(RowBatch batch)
        {
            for (var i = 0; i < _totals.Length; i++)
                _totals[i].Add(batch.Columns[i]);
            foreach (var (_, column, check) in _checks)
                check.Add(batch.Block, batch.Columns[column]);
        }

        public IEnumerable<(ColumnRule Rule, FailingRows Failing)> Broken() => _checks
            .Where(found => !found.Rule.Tolerates(found.Check.Failing, _totals[found.Column]))
            .Select(found => (found.Rule, found.Check.Failing));
    }
}
