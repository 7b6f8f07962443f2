using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Labels;

namespace MlOps.Build.Engine.Splitting;

/// <summary>What a split is made from, and checked against.</summary>
internal sealed record SplitInput(Table Table, DataSchema Schema, TrainingConfig Config, Label Label)
{
    /// <summary>Rows that have a label, ascending.</summary>
    public int[] Labelled { get; } = [.. Enumerable.Range(0, Table.RowCount).Where(row => !float.IsNaN(Label.Values[row]))];

    /// <summary>The columns of the contract's key, when the table has all of them; otherwise empty.</summary>
    public IReadOnlyList<Column> Key { get; } = KeyColumns(Table, Schema);

    public SourcePosition PositionOf(int row) => new(Table.Origins.File(row), Table.Origins.Line(row));

    /// <summary>A row's value in quotes, or no value when the contract calls the column sensitive.</summary>
    public string Show(Column column, int row) =>
        Schema.Find(column.Name) is { Sensitive: true } ? "(sensitive)" : $"'{column.Text(row)?.ReplaceLineEndings(" ")}'";

    private static IReadOnlyList<Column> KeyColumns(Table table, DataSchema schema)
    {
        var columns = schema.Table.Key.Select(table.Find).OfType<Column>().ToList();
        return columns.Count == schema.Table.Key.Count ? columns : [];
    }
}
