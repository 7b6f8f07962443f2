using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary><c>min_length</c> and <c>max_length</c>, in Unicode code points, both inclusive.</summary>
internal sealed class LengthRule(ColumnSchema schema)
    : TextRule(schema, DataCodes.Length, schema.MinimumLength is null ? "max_length" : "min_length")
{
    private readonly int _minimum = schema.MinimumLength ?? 0;
    private readonly int _maximum = schema.MaximumLength ?? int.MaxValue;

    public override string Words => $"length {Limits}";

    public override string Says => $"allows a length of {Limits}";

    private string Limits => (Schema.MinimumLength, Schema.MaximumLength) switch
    {
        (null, _) => $"at most {_maximum}",
        (_, null) => $"at least {_minimum}",
        _ => $"{_minimum}..{_maximum}",
    };

    public override string WayOut(long rows) => $"{FixRows(rows)}, or widen '{Key}'.";

    public override string Is(Column column, int row) =>
        Schema.Sensitive ? base.Is(column, row) : $"{base.Is(column, row)} with a length of {Shown.Count(LengthOf(column.Text(row)!))}";

    protected override bool Holds(string text) => LengthOf(text) is var length && length >= _minimum && length <= _maximum;

    private static int LengthOf(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        return length;
    }
}
