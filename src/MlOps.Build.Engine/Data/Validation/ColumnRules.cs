using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation.Timeliness;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>The rules that a contract holds for a column.</summary>
internal static class ColumnRules
{
    public static IEnumerable<ColumnRule> Of(ColumnSchema schema)
    {
        yield return new TypeRule(schema, notFinite: false);
        yield return new TypeRule(schema, notFinite: true);
        if (schema.MaximumMissing is not null)
            yield return new MissingRule(schema);
        if (schema.Unique)
            yield return new UniqueRule(schema);
        if (schema.Minimum is not null || schema.Maximum is not null)
            yield return new RangeRule(schema);
        if (schema.Values.Count > 0)
            yield return new SetRule(schema);
        if (schema.Pattern is not null)
            yield return new PatternRule(schema);
        if (schema.MinimumLength is not null || schema.MaximumLength is not null)
            yield return new LengthRule(schema);
        if (schema.Fresh is not null)
            yield return new FreshRule(schema);
    }
}
