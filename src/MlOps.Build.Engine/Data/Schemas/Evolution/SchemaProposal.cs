using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Schemas.Evolution;

/// <summary>A contract as wide as today's data need it, and no wider: for a person to accept or to fix the data instead.</summary>
internal static class SchemaProposal
{
    /// <summary>The contract with each broken rule widened to what the data hold.</summary>
    /// <param name="schema">As it stands.</param>
    /// <param name="table">The data, read with it.</param>
    /// <param name="violations">What they break.</param>
    public static DataSchema Of(DataSchema schema, Table table, IReadOnlyList<Violation> violations) => schema with
    {
        Columns = [.. schema.Columns.Select(column => violations
            .Where(violation => violation.Column == column.Name)
            .Aggregate(column, (rules, violation) => Widen(rules, table.Find(column.Name), violation)))],
        Table = violations.Where(violation => violation.Column is null).Aggregate(schema.Table, (rules, violation) => Widen(rules, table, violation)),
    };

    private static ColumnSchema Widen(ColumnSchema rules, Column? column, Violation violation) => violation.Code switch
    {
        DataCodes.ColumnMissing => rules with { Required = false },
        _ when column is null => rules,
        DataCodes.TypeMismatch => AsText(rules),
        DataCodes.MissingValues => rules with { MaximumMissing = SchemaInference.MissingShare(column.Missing.Count, column.Length) },
        DataCodes.NotUnique => rules with { Unique = false },
        DataCodes.OutOfRange => WidenRange(rules, column),
        DataCodes.NotInSet => rules with { Values = [.. rules.Values.Concat(DistinctValues.InOrder(column, int.MaxValue)).Distinct(StringComparer.Ordinal)] },
        DataCodes.PatternMismatch => rules with { Pattern = null },
        DataCodes.Length => WidenLength(rules, column),
        _ => rules,
    };

    // What is said of the values is said of values of the old type; the rest still holds.
    private static ColumnSchema AsText(ColumnSchema rules) => new()
    {
        Name = rules.Name,
        Type = ColumnType.String,
        Description = rules.Description,
        Unit = rules.Unit,
        Required = rules.Required,
        Environments = rules.Environments,
        MaximumMissing = rules.MaximumMissing,
        Severity = rules.Severity,
        Sensitive = rules.Sensitive,
        KnownAfter = rules.KnownAfter,
    };

    private static ColumnSchema WidenRange(ColumnSchema rules, Column column)
    {
        var profile = Profiles.ColumnProfiler.Profile(column, sensitive: false);
        double? low = profile.Minimum is { } least ? ColumnTypes.Bound(column.Type, least) : null;
        double? high = profile.Maximum is { } most ? ColumnTypes.Bound(column.Type, most) : null;
        return rules with
        {
            Minimum = rules.Minimum is { } minimum && low < minimum ? low : rules.Minimum,
            Maximum = rules.Maximum is { } maximum && high > maximum ? high : rules.Maximum,
        };
    }

    private static ColumnSchema WidenLength(ColumnSchema rules, Column column)
    {
        var lengths = DistinctValues.InOrder(column, int.MaxValue).Select(text => text.EnumerateRunes().Count()).ToList();
        return rules with
        {
            MinimumLength = rules.MinimumLength is { } least ? Math.Min(least, lengths.Min()) : null,
            MaximumLength = rules.MaximumLength is { } most ? Math.Max(most, lengths.Max()) : null,
        };
    }

    private static TableRules Widen(TableRules rules, Table table, Violation violation) => violation.Code switch
    {
        DataCodes.RowCount when table.RowCount < rules.MinimumRows => rules with { MinimumRows = table.RowCount },
        DataCodes.RowCount => rules with { MaximumRows = table.RowCount },
        DataCodes.DuplicateKey => rules with { Key = [] },
        _ => rules,
    };
}
