using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary><c>min</c> and <c>max</c>, both inclusive.</summary>
internal sealed class RangeRule(ColumnSchema schema)
    : ColumnRule(schema, DataCodes.OutOfRange, schema.Minimum is null ? "max" : "min")
{
    private readonly double _minimum = schema.Minimum ?? double.NegativeInfinity;
    private readonly double _maximum = schema.Maximum ?? double.PositiveInfinity;

    public override string Words => (Schema.Minimum, Schema.Maximum) switch
    {
        (null, { } maximum) => $"max {Text(maximum)}",
        ({ } minimum, null) => $"min {Text(minimum)}",
        _ => $"range {Text(_minimum)}..{Text(_maximum)}",
    };

    public override string Says => (Schema.Minimum, Schema.Maximum) switch
    {
        (null, { } maximum) => $"allows at most {Text(maximum)}",
        ({ } minimum, null) => $"allows at least {Text(minimum)}",
        _ => $"allows {Text(_minimum)}..{Text(_maximum)}",
    };

    public override string WayOut(long rows) => $"{FixRows(rows)}, or widen {Keys}.";

    private string Keys => (Schema.Minimum, Schema.Maximum) switch
    {
        (null, _) => "'max'",
        (_, null) => "'min'",
        _ => "'min' and 'max'",
    };

    public override ColumnCheck Start() => new RangeCheck(Schema.Type, _minimum, _maximum);

    private string Text(double bound) => ColumnTypes.BoundText(Schema.Type, bound);
}
