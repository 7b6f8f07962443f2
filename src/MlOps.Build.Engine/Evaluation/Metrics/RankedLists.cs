namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>
/// The rows of each list by descending score, sorted once. Relevance is the label: 0 or 1 (binary), or a grade from 0 (regression); a row
/// is relevant when it is above 0.
/// </summary>
internal sealed class RankedLists
{
    private readonly ScoredRows _rows;
    private readonly int[][] _lists;

    private RankedLists(ScoredRows rows, int[][] lists)
    {
        _rows = rows;
        _lists = lists;
        HasRelevant = Array.ConvertAll(lists, list => Array.Exists(list, row => rows.Labels[row] > 0));
    }

    public int Count => _lists.Length;

    /// <summary>Whether each list has a relevant row.</summary>
    public bool[] HasRelevant { get; }

    /// <summary>The rows of a list, best score first.</summary>
    public ReadOnlySpan<int> this[int list] => _lists[list];

    public static RankedLists Create(ScoredRows rows)
    {
        if (rows.Context.Lists is not { } numbers)
            return new RankedLists(rows, []);
        var groups = new Bootstrap.RowGroups(numbers);
        var lists = new int[groups.Count][];
        for (var list = 0; list < lists.Length; list++)
        {
            lists[list] = [.. groups[list]];
            Array.Sort(lists[list], (left, right) =>
                rows.Score(left) == rows.Score(right) ? left.CompareTo(right) : rows.Score(right).CompareTo(rows.Score(left)));
        }

        return new RankedLists(rows, lists);
    }

    /// <summary>Relevance of the row at a place of a list.</summary>
    public double Relevance(int list, int place) => _rows.Labels[_lists[list][place]];

    /// <summary>The place after the last row whose score equals that at <paramref name="first"/>.</summary>
    public int EndOfTie(int list, int first)
    {
        var own = _lists[list];
        var end = first + 1;
        while (end < own.Length && _rows.Score(own[end]) == _rows.Score(own[first]))
            end++;
        return end;
    }

    /// <summary>A value of each list.</summary>
    public double[] Each(Func<RankedLists, int, double> value)
    {
        var values = new double[Count];
        for (var list = 0; list < values.Length; list++)
            values[list] = value(this, list);
        return values;
    }
}
