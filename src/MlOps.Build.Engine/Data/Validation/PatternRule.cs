using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary><c>pattern</c>: the whole text matches.</summary>
internal sealed class PatternRule(ColumnSchema schema) : TextRule(schema, DataCodes.PatternMismatch, "pattern")
{
    private readonly TextPattern _pattern = new(schema.Pattern!);

    public override string Words => $"pattern {Schema.Pattern}";

    public override string Says => $"wants the pattern {Shown.Text(Schema.Pattern!)}";

    public override string WayOut(long rows) => $"{FixRows(rows)}, or change 'pattern'.";

    public override bool Holds(ReadOnlySpan<byte> text) => _pattern.Match(text);
}
