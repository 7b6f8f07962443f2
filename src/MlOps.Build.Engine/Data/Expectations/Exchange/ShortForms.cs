using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Exchange;

/// <summary>Expectations that a short form of the contract says as well.</summary>
internal static class ShortForms
{
    // Every whole number up to it is a double.
    private const double MostRows = 1L << 53;

    /// <summary>The column with the rule; null when no short form means the same, or another expectation has taken it.</summary>
    public static ColumnSchema? Apply(ColumnSchema column, Expectation expectation)
    {
        if (!IsPlain(expectation))
            return null;
        var kwargs = expectation.Kwargs;
        var mostly = Number(kwargs, "mostly") ?? 1;
        if (mostly is not (>= 0 and <= 1))
            return null;
        return expectation.Type switch
        {
            "expect_column_to_exist" when Has(kwargs, "column") => column,
            "expect_column_values_to_be_of_type" when Kinds.TypeKinds.Of(Text(kwargs, "type_") ?? "") == column.Type => column,
            "expect_column_values_to_not_be_null" when column.MaximumMissing is null && Has(kwargs, "column", "mostly") =>
                column with { MaximumMissing = Shares.Opposite(mostly) },
            _ when mostly < 1 => null,
            "expect_column_values_to_be_unique" when Has(kwargs, "column", "mostly") => column with { Unique = true },
            "expect_column_values_to_be_between" when column is { Minimum: null, Maximum: null } && Has(kwargs, "column", "mostly", "min_value", "max_value") =>
                Between(column, kwargs),
            "expect_column_values_to_be_in_set" when column.Values.Count == 0 && Has(kwargs, "column", "mostly", "value_set") => InSet(column, kwargs),
            "expect_column_value_lengths_to_be_between" when column is { MinimumLength: null, MaximumLength: null, Type: ColumnType.String }
                && Has(kwargs, "column", "mostly", "min_value", "max_value") && Counts(kwargs, int.MaxValue) is var (low, high) =>
                column with { MinimumLength = (int?)low, MaximumLength = (int?)high },
            _ => null,
        };
    }

    /// <summary>The same for rules on the table.</summary>
    public static DataSchema? Apply(DataSchema schema, Expectation expectation)
    {
        if (!IsPlain(expectation) || schema.Table.MinimumRows is not null || schema.Table.MaximumRows is not null)
            return null;
        var kwargs = expectation.Kwargs;
        return expectation.Type switch
        {
            "expect_table_row_count_to_be_between" when Has(kwargs, "min_value", "max_value") && Counts(kwargs, MostRows) is var (low, high) =>
                schema with { Table = schema.Table with { MinimumRows = low, MaximumRows = high } },
            "expect_table_row_count_to_equal" when Has(kwargs, "value") && Number(kwargs, "value") is { } number && Shares.Count(number, MostRows) is { } rows =>
                schema with { Table = schema.Table with { MinimumRows = rows, MaximumRows = rows } },
            _ => null,
        };
    }

    private static ColumnSchema? Between(ColumnSchema column, JsonElement kwargs)
    {
        var (minimum, maximum) = (Bound(column, kwargs, "min_value"), Bound(column, kwargs, "max_value"));
        return minimum is double.NaN || maximum is double.NaN || minimum > maximum ? null : column with { Minimum = minimum, Maximum = maximum };
    }

    // The two limits of a number of things; null when one is no such number, or when nothing lies between them.
    private static (long? Low, long? High)? Counts(JsonElement kwargs, double most)
    {
        var (low, high) = (Number(kwargs, "min_value"), Number(kwargs, "max_value"));
        var (least, greatest) = (low is { } number ? Shares.Count(number, most) : null, high is { } other ? Shares.Count(other, most) : null);
        return least.HasValue != low.HasValue || greatest.HasValue != high.HasValue || least > greatest ? null : (least, greatest);
    }

    // NaN when the limit is none of the column's type.
    private static double? Bound(ColumnSchema column, JsonElement kwargs, string key)
    {
        if (!kwargs.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return ColumnTypes.HasOrder(column.Type) ? ColumnTypes.Bound(column.Type, value.ToString()) ?? double.NaN : double.NaN;
    }

    private static ColumnSchema? InSet(ColumnSchema column, JsonElement kwargs)
    {
        if (!kwargs.TryGetProperty("value_set", out var set) || set.ValueKind != JsonValueKind.Array)
            return null;
        var values = set.EnumerateArray().Select(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : value.ToString()).ToList();
        var canonical = values.Select(value => ColumnTypes.Canonical(column.Type, value)).ToList();
        return values.Count == 0 || canonical.Contains(null) || canonical.Distinct().Count() < values.Count ? null : column with { Values = values };
    }

    // Notes and severities have no short form.
    private static bool IsPlain(Expectation expectation) =>
        expectation.Severity == DiagnosticSeverity.Error && (expectation.Meta is not { } meta || !meta.EnumerateObject().Any());

    private static bool Has(JsonElement kwargs, params string[] known) => kwargs.EnumerateObject()
        .All(argument => known.Contains(argument.Name) || argument.Value.ValueKind == JsonValueKind.Null || Kinds.Catalogue.Ignored.Contains(argument.Name));

    private static string? Text(JsonElement kwargs, string key) =>
        kwargs.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement kwargs, string key) =>
        kwargs.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
