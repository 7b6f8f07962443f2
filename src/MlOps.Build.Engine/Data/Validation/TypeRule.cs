using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary><c>type</c>: every field parses. The reader found the fields that do not.</summary>
internal sealed class TypeRule(ColumnSchema schema, UnreadValues? unread, int unreadRows)
    : ColumnRule(schema, unread?.NotFinite == true ? DataCodes.NotFinite : DataCodes.TypeMismatch, "type")
{
    private string Type => ColumnTypes.Name(Schema.Type);

    public override string Words => unread?.NotFinite == true ? $"type {Type}, finite" : $"type {Type}";

    public override string Says => unread?.NotFinite == true ? $"says {Type}, which here means a finite number" : $"says {Type}";

    public override string WayOut(long rows) => $"{FixRows(rows)}, "
        + (unread?.NotFinite == true
            ? "or add the text to 'missing' below 'format'."
            : "add the text to 'missing' below 'format', or change 'type'.");

    public override string Is(Column column, int row) =>
        Schema.Sensitive ? "holds a sensitive value that does not parse" : $"is {Shown.Text(unread!.TextOf(row)!)}";

    public override string? Example(Column column, int row) => Schema.Sensitive ? null : unread!.TextOf(row);

    public override FailingRows Check(Column column)
    {
        var failing = new FailingRows();
        foreach (var row in unread?.Rows ?? [])
            failing.Add(row);
        return failing;
    }

    public override bool Tolerates(FailingRows failing, Column column)
    {
        double given = column.Length - column.Missing.Count + unreadRows;
        return failing.Count == 0 || (given - failing.Count) / given >= Schema.Mostly;
    }
}
