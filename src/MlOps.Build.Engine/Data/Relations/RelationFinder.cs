using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Relations;

/// <summary>Compares each column with each other.</summary>
internal sealed class RelationFinder
{
    private const int MostColumns = 300;
    private const int MostPairs = 50;
    private const int MostOfLabel = 20;
    private const int MostOfMatrix = 30;

    private readonly RelatedColumn[] _columns;
    private readonly ColumnRelation?[][] _relations;
    private readonly int _all;
    private readonly int _rows;
    private readonly string? _label;

    /// <param name="table">The rows.</param>
    /// <param name="sensitive">Columns that take no part.</param>
    /// <param name="label">The label's column; null when it is not known.</param>
    /// <param name="cancellation">Ends the search.</param>
    public RelationFinder(Table table, IReadOnlySet<string> sensitive, string? label, CancellationToken cancellation)
    {
        var columns = table.Columns.Where(column => !sensitive.Contains(column.Name)).ToList();
        _all = table.Columns.Count;
        if (columns.Count > MostColumns)
            columns = [.. columns.Index().OrderByDescending(item => item.Item.Name == label).Take(MostColumns).OrderBy(item => item.Index).Select(item => item.Item)];
        var rows = RowSample.Of(table.RowCount, columns.Count);
        _rows = rows.Length;
        var options = new ParallelOptions { CancellationToken = cancellation };
        var prepared = new RelatedColumn?[columns.Count];
        Parallel.For(0, prepared.Length, options, i => prepared[i] = RelatedColumn.Of(columns[i], rows));
        _columns = [.. prepared.OfType<RelatedColumn>()];
        _relations = new ColumnRelation?[_columns.Length][];
        Parallel.For(0, _columns.Length, options, () => new PairComparer(_rows), Compare, _ => { });
        _label = _columns.FirstOrDefault(column => column.Name == label)?.Name;
    }

    private PairComparer Compare(int column, ParallelLoopState state, PairComparer comparer)
    {
        _relations[column] = [.. _columns.Take(column).Select(other => comparer.Compare(other, _columns[column]))];
        return comparer;
    }

    public DataCorrelations Find()
    {
        var found = _relations.SelectMany(row => row).OfType<ColumnRelation>().OrderByDescending(Strength).ToList();
        var names = Names(found);
        return new DataCorrelations
        {
            Compared = _columns.Length,
            LeftOut = _all - _columns.Length,
            Rows = _rows,
            Label = _label,
            Strongest = [.. found.Take(MostPairs)],
            WithLabel = _label is null ? [] : [.. found.Where(relation => relation.First == _label || relation.Second == _label).Take(MostOfLabel).Select(OfLabel)],
            Names = [.. names.Select(i => _columns[i].Name)],
            Matrix = [.. names.SelectMany((row, at) => names.Take(at).Select(column => _relations[row][column] is { } relation ? Larger(relation) : (double?)null))],
        };
    }

    /// <summary>How strong a relation is, 0 to 1: of numbers the larger one of both coefficients.</summary>
    public static double Strength(ColumnRelation relation) => Math.Abs(Larger(relation));

    private static double Larger(ColumnRelation relation) =>
        relation.Spearman is { } spearman && Math.Abs(spearman) > Math.Abs(relation.Value) ? spearman : relation.Value;

    private ColumnRelation OfLabel(ColumnRelation relation) =>
        relation.First == _label ? relation : relation with { First = relation.Second, Second = relation.First };

    // Columns whose strongest relation is strongest.
    private List<int> Names(List<ColumnRelation> found)
    {
        if (_columns.Length <= MostOfMatrix)
            return [.. Enumerable.Range(0, _columns.Length)];
        var names = new HashSet<string>(_label is null ? [] : [_label], StringComparer.Ordinal);
        foreach (var name in found.SelectMany(relation => new[] { relation.First, relation.Second }))
        {
            if (names.Count < MostOfMatrix)
                names.Add(name);
        }

        return [.. Enumerable.Range(0, _columns.Length).Where(i => names.Contains(_columns[i].Name))];
    }
}
