using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>One rule of the contract on one column.</summary>
internal abstract class ColumnRule(ColumnSchema schema, string code, string key)
{
    public ColumnSchema Schema { get; } = schema;

    public string Code { get; } = code;

    /// <summary>The key in <c>schema.yaml</c> that states the rule.</summary>
    public string Key { get; } = key;

    public SourcePosition Position => Schema.PositionOf(Key);

    /// <summary>The rule in words, such as <c>range 0..500</c>.</summary>
    public abstract string Words { get; }

    /// <summary>What the contract says, after its place: <c>allows 0..500</c>.</summary>
    public abstract string Says { get; }

    /// <summary>The way out: <c>Fix the row, or widen 'min'.</c></summary>
    public abstract string WayOut(long rows);

    /// <summary>What a failing row is, after the column's name.</summary>
    public virtual string Is(Column column, int row) =>
        Schema.Sensitive ? "holds a sensitive value that breaks a rule" : $"is {Value(column, row)}";

    /// <summary>The value in an example; null when it may not be shown.</summary>
    public virtual string? Example(Column column, int row) => Schema.Sensitive ? null : column.Text(row);

    /// <summary>The rows whose present value breaks the rule.</summary>
    public abstract FailingRows Check(Column column);

    /// <summary>Whether the contract tolerates them: the share of present values that keep the rule is at least <c>mostly</c>.</summary>
    public virtual bool Tolerates(FailingRows failing, Column column)
    {
        double present = column.Length - column.Missing.Count;
        return failing.Count == 0 || (present - failing.Count) / present >= Schema.Mostly;
    }

    protected static string FixRows(long rows) => rows == 1 ? "Fix the row" : "Fix the rows";

    private static string Value(Column column, int row)
    {
        var text = column.Text(row) ?? "";
        return column is StringColumn ? Shown.Text(text) : text;
    }
}
