namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary><c>duplicates</c>: of rows that are equal in every column, or in those of a key, one stays.</summary>
internal sealed record DuplicateStep : CleaningStep
{
    public KeptRow Keep { get; init; }

    /// <summary>The column that tells the newest row.</summary>
    public string? By { get; init; }

    public RowFate Fate { get; init; } = RowFate.Drop;

    public override string Key => "duplicates";

    public override string Words => $"{Which} kept: {FateWords.Done(Fate)}";

    private string Which => this switch
    {
        { Columns: [] } => $"equal rows, the {Name(Keep)}",
        { By: { } by } => $"rows of one key, the newest by {by}",
        _ => $"rows of one key, the {Name(Keep)}",
    };

    public override IEnumerable<(string Key, string Value)> Options
    {
        get
        {
            if (Keep != KeptRow.First)
                yield return ("keep", Name(Keep));
            if (By is not null)
                yield return ("by", Yaml.YamlText.Scalar(By));
            if (Fate != RowFate.Drop)
                yield return ("do", FateWords.Name(Fate));
        }
    }

    public static string Name(KeptRow kept) => kept.ToString().ToLowerInvariant();

    public override long Apply(CleaningState state)
    {
        var table = state.Table;
        var columns = Columns.Count == 0 ? [.. table.Columns] : Columns.Select(table.Find).OfType<Column>().ToList();

        // By the columns that are left, rows would be equal that are none of these duplicates.
        if (columns.Count == 0 || columns.Count < Columns.Count || table.RowCount == 0)
            return 0;
        var keys = RowIdentity.Of(columns);
        var order = By is not null && table.Find(By) is { } by ? new RowOrder(by) : null;
        var kept = new Dictionary<long, int>();
        for (var row = 0; row < keys.Length; row++)
        {
            if (!kept.TryGetValue(keys[row], out var best) || Better(row, best, order))
                kept[keys[row]] = row;
        }

        var removed = new bool[keys.Length];
        for (var row = 0; row < removed.Length; row++)
            removed[row] = kept[keys[row]] != row;
        return state.Remove(removed, Fate == RowFate.Quarantine ? "another row is its duplicate" : null);
    }

    private bool Better(int row, int best, RowOrder? order) => Keep switch
    {
        KeptRow.Last => true,
        KeptRow.Newest => order is not null && order.Compare(row, best) > 0,
        _ => false,
    };
}
