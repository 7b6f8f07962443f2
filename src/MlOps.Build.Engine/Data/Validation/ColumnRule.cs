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

    /// <summary>What a failing row is, after the column's name; its value as text.</summary>
    public virtual string Is(string? text) => Schema.Sensitive ? "holds a sensitive value that breaks a rule" : $"is {Value(text)}";

    /// <summary>The value in an example; null when it may not be shown.</summary>
    public virtual string? Example(string? text) => Schema.Sensitive ? null : text;

    /// <summary>What checks the rows of one thread; null for a rule that needs more than a look at each row.</summary>
    public abstract ColumnCheck? Start();

    /// <summary>Whether the contract tolerates them: the share of present values that keep the rule is at least <c>mostly</c>.</summary>
    public virtual bool Tolerates(FailingRows failing, ColumnTotals totals)
    {
        double present = totals.Rows - totals.Missing;
        return failing.Count == 0 || (present - failing.Count) / present >= Schema.Mostly;
    }

    protected static string FixRows(long rows) => rows == 1 ? "Fix the row" : "Fix the rows";

    private string Value(string? text) => Schema.Type == ColumnType.String ? Shown.Text(text ?? "") : text ?? "";
}
