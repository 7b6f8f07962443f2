using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Reads and writes <c>skew</c> and <c>drift</c> of a column.</summary>
internal static class DistanceParser
{
    public static DistanceLimits? Read(YamlSection column, string key)
    {
        if (column.Section(key) is not { } section)
            return null;
        var limits = new DistanceLimits
        {
            InfinityNorm = section.Number(DistanceNames.InfinityNorm, 0, 1),
            JensenShannonDivergence = section.Number(DistanceNames.JensenShannonDivergence, 0, 1),
            NormalizedAbsDifference = section.Number(DistanceNames.NormalizedAbsDifference, 0, 1),
        };
        section.RejectUnknownKeys();
        if (!section.Keys.Any())
            column.Invalid(key, $"'{key}' has no limit. Give one of {string.Join(", ", DistanceNames.All)}, such as {{{DistanceNames.JensenShannonDivergence}: 0.1}}.");
        return limits.Given.Any() ? limits : null;
    }

    public static string? Text(DistanceLimits? limits) =>
        limits is null ? null : $"{{{string.Join(", ", limits.Given.Select(pair => $"{pair.Name}: {Shown.Number(pair.Limit)}"))}}}";

    /// <summary>Limits that a column's type has no values for.</summary>
    public static IEnumerable<ContractFault> Faults(ColumnSchema column)
    {
        foreach (var (key, limits) in new[] { ("skew", column.Skew), ("drift", column.Drift) })
        {
            if (column.Type is ColumnType.String or ColumnType.Boolean or ColumnType.Int64)
                continue;
            foreach (var (name, _) in limits?.Given.Where(pair => pair.Name != DistanceNames.JensenShannonDivergence) ?? [])
            {
                yield return new(key, $"'{name}' compares the shares of single values, but {Shown.Text(column.Name)} is {ColumnTypes.Name(column.Type)}."
                    + $" Use {DistanceNames.JensenShannonDivergence}.");
            }
        }
    }
}
