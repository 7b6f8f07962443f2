namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary><c>unreadable</c>: fields that are no value of their column's type become missing, or take their row with them.</summary>
internal sealed record UnreadableStep : CleaningStep
{
    public RowFate Fate { get; init; }

    public override string Key => "unreadable";

    public override string Words => $"unreadable fields: {FateWords.Done(Fate)}";

    public override IEnumerable<(string Key, string Value)> Options => Fate == RowFate.Missing ? [] : [("do", FateWords.Name(Fate))];

    public override long Apply(CleaningState state) => Columns.Sum(name => Apply(name, state));

    private long Apply(string name, CleaningState state)
    {
        var rows = state.Table.Unread.Where(values => values.Column == name).SelectMany(values => values.Rows).ToList();
        if (rows.Count == 0)
            return 0;
        if (Fate == RowFate.Missing)
        {
            state.Forgive(name);
            return rows.Count;
        }

        var removed = new bool[state.Table.RowCount];
        foreach (var row in rows)
            removed[row] = true;
        return state.Remove(removed, Fate == RowFate.Quarantine ? $"{Shown.Text(name)} does not parse" : null);
    }
}
