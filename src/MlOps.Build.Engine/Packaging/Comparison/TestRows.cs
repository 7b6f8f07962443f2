using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>Were two models judged on the same rows?</summary>
/// <param name="AreSame">Null when one of the packages does not say.</param>
/// <param name="Before">The number of test rows of the first; null when it does not say.</param>
/// <param name="After">The number of test rows of the second; null when it does not say.</param>
internal sealed record TestRows(bool? AreSame, int? Before, int? After)
{
    public static TestRows Compare(ModelPackage before, ModelPackage after)
    {
        var (first, second) = (SplitOf(before), SplitOf(after));
        var same = first?.TestFingerprint is { } old && second?.TestFingerprint is { } now
            ? old == now
            : ByLineage(Lineage(before), Lineage(after), first, second);
        return new TestRows(same, Count(first), Count(second));
    }

    // Packages of kits before the fingerprint: the key of the split stage covers data, label and the way of splitting.
    private static bool? ByLineage(Lineage? before, Lineage? after, SplitSummary? old, SplitSummary? now)
    {
        if (before is null || after is null)
            return null;
        if (before.Stages.GetValueOrDefault(StageNames.Split) is { } key && key == after.Stages.GetValueOrDefault(StageNames.Split))
            return true;
        // The key also changes with the version of the kit, so another key of the same data and the same split says nothing.
        return before.Data.SequenceEqual(after.Data) && old is not null && now is not null
            ? old.Method == now.Method && old.Seed == now.Seed && Rows(old).SequenceEqual(Rows(now)) ? null : false
            : false;
    }

    private static Lineage? Lineage(ModelPackage package) => package.Read(PartNames.Lineage, ContractsJson.Default.Lineage);

    private static SplitSummary? SplitOf(ModelPackage package) => package.Read(PartNames.Split, ContractsJson.Default.SplitSummary);

    private static int? Count(SplitSummary? split) => split?.Parts.FirstOrDefault(part => part.Part == SplitPart.Test)?.Rows;

    private static IEnumerable<int> Rows(SplitSummary split) => split.Parts.Select(part => part.Rows);
}
