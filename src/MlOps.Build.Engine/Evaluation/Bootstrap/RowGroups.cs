namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>Rows by group, groups in the order of their first rows.</summary>
internal sealed class RowGroups
{
    private readonly int[][] _rows;

    public RowGroups(int[] groups)
    {
        var rows = new Dictionary<int, List<int>>();
        for (var row = 0; row < groups.Length; row++)
        {
            if (!rows.TryGetValue(groups[row], out var own))
                rows.Add(groups[row], own = []);
            own.Add(row);
        }

        _rows = [.. rows.Values.OrderBy(own => own[0]).Select(own => own.ToArray())];
    }

    public int Count => _rows.Length;

    public int[] this[int group] => _rows[group];
}
