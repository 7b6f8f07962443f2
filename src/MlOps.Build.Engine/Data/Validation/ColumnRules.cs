using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>The rules that a contract holds for a column.</summary>
internal static class ColumnRules
{
    public static IEnumerable<ColumnRule> Of(ColumnSchema schema, IReadOnlyList<UnreadValues> unread)
    {
        var rows = unread.SelectMany(values => values.Rows).ToList();
        foreach (var values in unread.DefaultIfEmpty())
            yield return new TypeRule(schema, values, rows.Count);
        if (schema.MaximumMissing is not null)
            yield return new MissingRule(schema, rows);
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
    }
}
