using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation.Distances;

/// <summary>One of the two comparisons.</summary>
/// <param name="Key">Its key in the contract.</param>
/// <param name="Limits">What a column says of it.</param>
/// <param name="Files">The data to compare with; empty when there are none.</param>
/// <param name="WayOut">How these are named.</param>
internal sealed record Comparator(string Key, Func<ColumnSchema, DistanceLimits?> Limits, IReadOnlyList<DataSource> Files, string WayOut)
{
    public static Comparator Drift(IReadOnlyList<DataSource> previous) =>
        new("drift", column => column.Drift, previous, "no earlier data are named. Name them: mlops validate --previous, or MlOpsReferenceData");

    public static Comparator Skew(IReadOnlyList<DataSource> serving) =>
        new("skew", column => column.Skew, serving, "no served data are named. Name them: mlops validate --serving, or MlOpsServingData");
}
