using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary>What a contract asks of each column, in words. What a sensitive column may hold is as sensitive as what it holds.</summary>
internal static class ContractWords
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(DataSchema schema) => schema.Columns
        .DistinctBy(column => column.Name)
        .ToDictionary(column => column.Name, Rules, StringComparer.Ordinal);

    private static IReadOnlyList<string> Rules(ColumnSchema column) =>
    [
        // The type stands beside the name already.
        .. ColumnRules.Of(column).Where(rule => rule is not TypeRule).Select(rule => column.Sensitive ? rule.Key : rule.Words)
            .Concat(column.Expectations.Select(expectation => expectation.Type))
            .Distinct(),
    ];
}
