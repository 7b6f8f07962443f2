namespace MlOps.Build.Engine.Evaluation.Slices.Search;

/// <summary>The groups that one column or a pair makes, and which of them a row is in.</summary>
internal sealed class SearchTable
{
    private readonly SearchColumn[] _columns;
    private readonly int[] _codes;

    private SearchTable(SearchColumn[] columns, int[] codes, int groups)
    {
        (_columns, _codes) = (columns, codes);
        Counts = new int[groups];
        foreach (var code in codes)
            Counts[code]++;
    }

    /// <summary>The group of each row.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>Rows by group.</summary>
    public int[] Counts { get; }

    public IReadOnlyList<string> Columns => [.. _columns.Select(column => column.Name)];

    public static SearchTable Of(SearchColumn column) => new([column], column.Codes, column.Values.Count);

    public static SearchTable Of(SearchColumn first, SearchColumn second)
    {
        var codes = new int[first.Codes.Length];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = (first.Codes[row] * second.Values.Count) + second.Codes[row];
        return new SearchTable([first, second], codes, first.Values.Count * second.Values.Count);
    }

    public IReadOnlyList<string?> Values(int group) => _columns.Length == 1
        ? [_columns[0].Values[group]]
        : [_columns[0].Values[group / _columns[1].Values.Count], _columns[1].Values[group % _columns[1].Values.Count]];

    public int[] Rows(int group) => [.. Enumerable.Range(0, _codes.Length).Where(row => _codes[row] == group)];
}
