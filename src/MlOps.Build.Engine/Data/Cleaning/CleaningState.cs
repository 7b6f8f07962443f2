namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>The table while it is cleaned, and the rows that went to quarantine.</summary>
internal sealed class CleaningState(Table table)
{
    private readonly List<QuarantinedRow> _quarantined = [];

    public Table Table { get; private set; } = table;

    public IReadOnlyList<QuarantinedRow> Quarantined => _quarantined;

    public void Replace(Column column) => Table = Table.With(column);

    /// <summary>Fields that did not parse count as missing from now on.</summary>
    public void Forgive(string column) => Table = Table.Forgive(column);

    /// <summary>Leaves rows out.</summary>
    /// <param name="rows">True for each row to leave out.</param>
    /// <param name="reason">Why they go to quarantine; null when they are dropped.</param>
    /// <returns>Their number.</returns>
    public long Remove(bool[] rows, string? reason) => Remove(rows, _ => reason);

    /// <summary>Leaves rows out, each with a reason of its own.</summary>
    public long Remove(string?[] reasons) => Remove(Array.ConvertAll(reasons, reason => reason is not null), row => reasons[row]);

    private long Remove(bool[] rows, Func<int, string?> reason)
    {
        var kept = new List<int>(rows.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            if (!rows[row])
                kept.Add(row);
            else if (reason(row) is { } words)
                _quarantined.Add(Quarantine(row, words));
        }

        var removed = rows.Length - kept.Count;
        if (removed > 0)
            Table = Table.Take([.. kept]);
        return removed;
    }

    private QuarantinedRow Quarantine(int row, string reason) => new(
        Table.Origins.File(row), Table.Origins.Line(row), reason, [.. Table.Columns.Select(column => column.Text(row) ?? Table.UnreadText(column, row))]);
}
