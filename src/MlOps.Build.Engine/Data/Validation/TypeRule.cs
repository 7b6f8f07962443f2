using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary><c>type</c>: every field parses. The reader found the fields that do not.</summary>
internal sealed class TypeRule(ColumnSchema schema, bool notFinite)
    : ColumnRule(schema, notFinite ? DataCodes.NotFinite : DataCodes.TypeMismatch, "type")
{
    private string Type => ColumnTypes.Name(Schema.Type);

    public override string Words => notFinite ? $"type {Type}, finite" : $"type {Type}";

    public override string Says => notFinite ? $"says {Type}, which here means a finite number" : $"says {Type}";

    public override string WayOut(long rows) => $"{FixRows(rows)}, "
        + (notFinite
            ? "or add the text to 'missing' below 'format'."
            : "add the text to 'missing' below 'format', or change 'type'.");

    public override string Is(string? text) =>
        Schema.Sensitive ? "holds a sensitive value that does not parse" : $"is {Shown.Text(text!)}";

    public override ColumnCheck Start() => new UnreadCheck(notFinite);

    public override bool Tolerates(FailingRows failing, ColumnTotals totals)
    {
        double given = totals.Rows - totals.Missing + totals.Unread;
        return failing.Count == 0 || (given - failing.Count) / given >= Schema.Mostly;
    }
}
