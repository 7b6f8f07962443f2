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
}
