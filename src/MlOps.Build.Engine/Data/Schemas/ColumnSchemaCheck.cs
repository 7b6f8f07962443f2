using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Finds rules that do not fit their column or that nothing can keep.</summary>
internal static class ColumnSchemaCheck
{
    public static ColumnSchema Check(ColumnSchema column, DiagnosticBag diagnostics)
    {
        foreach (var (key, message) in Faults(column))
            diagnostics.Error(DataCodes.ContractRule, message, column.PositionOf(key));
        return column;
    }

    private static IEnumerable<ContractFault> Faults(ColumnSchema column) =>
        OutOfPlace(column).Concat(Impossible(column)).Concat(WrongValues(column)).Concat(DistanceParser.Faults(column))
            .Concat(FreshnessParser.Faults(column));

    private static IEnumerable<ContractFault> OutOfPlace(ColumnSchema column)
    {
        var type = ColumnTypes.Name(column.Type);
        if (column.Type != ColumnType.String)
        {
            foreach (var key in new[] { "pattern", "min_length", "max_length" }.Where(column.KeyPositions.ContainsKey))
                yield return new(key, $"'{key}' is a rule for text, but {Shown.Text(column.Name)} is {type}. Remove it.");
        }

        if (!ColumnTypes.HasOrder(column.Type))
        {
            foreach (var key in new[] { "min", "max" }.Where(column.KeyPositions.ContainsKey))
                yield return new(key, $"'{key}' is a rule for numbers and dates, but {Shown.Text(column.Name)} is {type}. Remove it.");
        }
    }

    private static IEnumerable<ContractFault> Impossible(ColumnSchema column)
    {
        if (column is { Minimum: { } minimum, Maximum: { } maximum } && minimum > maximum)
        {
            var texts = (ColumnTypes.BoundText(column.Type, minimum), ColumnTypes.BoundText(column.Type, maximum));
            yield return new("min", $"'min' {texts.Item1} is above 'max' {texts.Item2}. Swap them.");
        }

        if (column.MinimumLength > column.MaximumLength)
            yield return new("min_length", $"'min_length' {column.MinimumLength} is above 'max_length' {column.MaximumLength}.");
        if (column.Pattern is { } pattern && TextPattern.Fault(pattern) is { } fault)
            yield return new("pattern", $"'pattern' {Shown.Text(pattern)} is no regular expression that can be used here: {fault}");
        if (column.KeyPositions.ContainsKey("values") && column.Values.Count == 0)
            yield return new("values", "'values' is empty, so no value is allowed. List the allowed ones, or remove it.");
    }

    private static IEnumerable<ContractFault> WrongValues(ColumnSchema column)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var type = ColumnTypes.Name(column.Type);
        foreach (var value in column.Values)
        {
            if (ColumnTypes.Canonical(column.Type, value) is not { } canonical)
                yield return new("values", $"'values' holds {Shown.Text(value)}, which is no {type} as the column is.");
            else if (!seen.Add(canonical))
                yield return new("values", $"'values' holds {Shown.Text(value)} twice. Remove one.");
        }
    }
}
