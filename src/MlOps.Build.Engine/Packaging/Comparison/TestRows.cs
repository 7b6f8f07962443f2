using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>Were two models judged on the same rows? The key of the split stage covers data, label and the way of splitting.</summary>
internal static class TestRows
{
    /// <summary>Null when one of the packages does not say.</summary>
    public static bool? AreSame(ModelPackage before, ModelPackage after)
    {
        var (first, second) = (Lineage(before), Lineage(after));
        if (first is null || second is null)
            return null;
        if (first.Stages.GetValueOrDefault(StageNames.Split) is { } key && key == second.Stages.GetValueOrDefault(StageNames.Split))
            return true;
        // The key also changes with the version of the kit, so another key of the same data and the same split says nothing.
        return first.Data.SequenceEqual(second.Data) && SplitOf(before) is { } old && SplitOf(after) is { } now
            ? old.Method == now.Method && old.Seed == now.Seed && Rows(old).SequenceEqual(Rows(now)) ? null : false
            : false;
    }

    private static Lineage? Lineage(ModelPackage package) => package.Read(PartNames.Lineage, ContractsJson.Default.Lineage);

    private static SplitSummary? SplitOf(ModelPackage package) => package.Read(PartNames.Split, ContractsJson.Default.SplitSummary);

    private static IEnumerable<int> Rows(SplitSummary split) => split.Parts.Select(part => part.Rows);
}
