using System.Text;
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

    public override string Is(string? text) =>
        Schema.Sensitive ? base.Is(text) : $"{base.Is(text)} with a length of {Shown.Count(LengthOf(Encoding.UTF8.GetBytes(text!)))}";

    public override bool Holds(ReadOnlySpan<byte> text) =>
        text.Length >= _minimum && LengthOf(text) is var length && length >= _minimum && length <= _maximum;

    // Each code point has one byte that does not continue another.
    private static int LengthOf(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
            return text.Length;
        var length = 0;
        foreach (var value in text)
            length += (value & 0xC0) != 0x80 ? 1 : 0;
        return length;
    }
}
