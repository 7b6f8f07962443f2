using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Repeats;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>One reading of a table against its contract, and further ones where repeats were found or had no room.</summary>
internal sealed class ContractRun
{
    private readonly IBatchSource _source;
    private readonly Lock _lock = new();
    private readonly List<ContractSink> _sinks = [];
    private readonly int _threads;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public ContractRun(IBatchSource source, DataSchema schema, int threads, int keyBudget = RepeatSearch.DefaultBudget)
    {
        (_source, _threads) = (source, threads);
        for (var i = 0; i < source.Columns.Count; i++)
            _places.TryAdd(source.Columns[i].Name, i);
        foreach (var column in schema.Columns)
        {
            if (IndexOf(column.Name) is not (>= 0 and var index))
                continue;
            if (source.Columns[index].Type != column.Type)
                throw new ArgumentException($"Column '{column.Name}' has not the contract's type, {column.Type}.", nameof(source));
            foreach (var rule in ColumnRules.Of(column))
                Rules.Add(new CheckedRule(rule, index, rule is UniqueRule ? Search([index], skipsMissing: true, keyBudget) : null));
        }

        if (schema.Table.Key.Count > 0 && schema.Table.Key.All(name => IndexOf(name) >= 0))
            Key = Search([.. schema.Table.Key.Select(IndexOf)], skipsMissing: false, keyBudget);
        Totals = Array.ConvertAll(new object[source.Columns.Count], _ => new ColumnTotals());
    }

    public List<CheckedRule> Rules { get; } = [];

    /// <summary>The search for rows with the same key; null when the contract names none, or columns that are not there.</summary>
    public RepeatSearch? Key { get; }

    /// <summary>Rows with the same key.</summary>
    public FailingRows RepeatedKeys { get; private set; } = new();

    /// <summary>By column.</summary>
    public ColumnTotals[] Totals { get; }

    private IEnumerable<RepeatSearch> Searches => Rules.Select(rule => rule.Search).Append(Key).OfType<RepeatSearch>();

    public int IndexOf(string column) => _places.GetValueOrDefault(column, -1);

    /// <summary>Reads the table.</summary>
    /// <returns>The number of rows; null, with errors, when it cannot be read.</returns>
    public long? Read(DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (_source.Read(Sink, diagnostics, cancellation) is not { } rows)
            return null;
        foreach (var sink in _sinks)
        {
            for (var i = 0; i < Totals.Length; i++)
                Totals[i].Add(sink.Totals[i]);
        }

        foreach (var rule in Rules)
            rule.Failing = FailingRows.Merge(rule.Checks.Select(check => check.Failing));
        return FindRepeats(diagnostics, cancellation) ? rows : null;
    }

    private RepeatSearch Search(IReadOnlyList<int> columns, bool skipsMissing, int keyBudget) =>
        new(RepeatQuestion.Of(_source, columns, skipsMissing), keyBudget);

    private ContractSink Sink()
    {
        var (rules, checks) = (new List<CheckedRule>(), new List<ColumnCheck>());
        lock (_lock)
        {
            foreach (var rule in Rules)
            {
                if (rule.Rule.Start() is not { } check)
                    continue;
                rule.Checks.Add(check);
                checks.Add(check);
                rules.Add(rule);
            }

            var sink = new ContractSink(Totals.Length, rules, [.. checks], [.. Searches.Select(search => search.Collector(_threads))]);
            _sinks.Add(sink);
            return sink;
        }
    }

    // False, with errors, when a file cannot be read again.
    private bool FindRepeats(DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        foreach (var search in Searches)
            search.Conclude();
        while (Searches.Where(search => search.Left is not null).ToList() is { Count: > 0 } left)
        {
            if (_source.Read(ColumnsOf(left), () => new RepeatSink([.. left.Select(search => search.Collector(_threads))], []), diagnostics, cancellation) is null)
                return false;
            foreach (var search in left)
                search.Conclude();
        }

        if (Searches.Where(search => search.Repeated.Count > 0).ToList() is not { Count: > 0 } repeated)
            return true;
        var found = repeated.ToDictionary(search => search, _ => new List<RepeatedRows>());
        if (_source.Read(ColumnsOf(repeated), () => new RepeatSink([], Rows(found)), diagnostics, cancellation) is null)
            return false;
        foreach (var rule in Rules.Where(rule => rule.Search is not null && found.ContainsKey(rule.Search)))
            rule.Failing = RepeatedRows.Merge(found[rule.Search!]);
        if (Key is not null && found.TryGetValue(Key, out var keys))
            RepeatedKeys = RepeatedRows.Merge(keys);
        return true;
    }

    private static HashSet<int> ColumnsOf(List<RepeatSearch> searches) => [.. searches.SelectMany(search => search.Question.Columns)];

    private List<RepeatedRows> Rows(Dictionary<RepeatSearch, List<RepeatedRows>> found)
    {
        var rows = new List<RepeatedRows>();
        lock (_lock)
        {
            foreach (var (search, parts) in found)
            {
                var part = new RepeatedRows(search.Question, search.Repeated);
                parts.Add(part);
                rows.Add(part);
            }
        }

        return rows;
    }
}
