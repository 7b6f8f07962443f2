namespace MlOps.Build.Engine.Data;

/// <summary>A columnar, typed table.</summary>
internal sealed class Table(IReadOnlyList<Column> columns, RowOrigins origins)
{
    private readonly Dictionary<string, Column> _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

    /// <summary>The columns in file order; names are unique.</summary>
    public IReadOnlyList<Column> Columns { get; } = columns;

    public RowOrigins Origins { get; } = origins;

    /// <summary>Fields that are no value of their column's type, by column; their rows are missing.</summary>
    public IReadOnlyList<UnreadValues> Unread { get; init; } = [];

    public int RowCount => Columns.Count == 0 ? 0 : Columns[0].Length;

    /// <summary>1-based field of a column in its files' rows.</summary>
    public int FieldOf(Column column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
                return i + 1;
        }

        return 0;
    }

    public Column? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The table with another column in the place of the one of that name.</summary>
    public Table With(Column column) =>
        new([.. Columns.Select(old => old.Name == column.Name ? column : old)], Origins) { Unread = Unread };

    /// <summary>The table in which the fields of a column that did not parse are missing and nothing else.</summary>
    public Table Forgive(string column) => new(Columns, Origins) { Unread = [.. Unread.Where(values => values.Column != column)] };

    /// <summary>The given rows, ascending, as a table of its own.</summary>
    public Table Take(int[] rows) =>
        new([.. Columns.Select(column => column.Take(rows))], Origins.Take(rows)) { Unread = [.. Unread.Select(values => values.Take(rows)).OfType<UnreadValues>()] };

    /// <summary>The field of a row that did not parse; null when it did, or is not one of the first few.</summary>
    public string? UnreadText(Column column, int row) =>
        Unread.Where(values => values.Column == column.Name).Select(values => values.TextOf(row)).FirstOrDefault(text => text is not null);
}
