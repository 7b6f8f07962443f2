using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Distances by the names that TensorFlow Data Validation has for them.</summary>
internal static class DistanceNames
{
    public const string InfinityNorm = "infinity_norm";
    public const string JensenShannonDivergence = "jensen_shannon_divergence";
    public const string NormalizedAbsDifference = "normalized_abs_difference";

    public static readonly IReadOnlyList<string> All = [InfinityNorm, NormalizedAbsDifference, JensenShannonDivergence];

    /// <summary>True when a distance counts single values, of which numbers with fractions and times have too many.</summary>
    public static bool CountsValues(string name, ColumnType type) => name != JensenShannonDivergence || !HasHistogram(type);

    /// <summary>True when values of the type are put into bins before they are compared.</summary>
    public static bool HasHistogram(ColumnType type) => ColumnTypes.HasOrder(type);
}
