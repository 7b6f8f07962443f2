using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>Which features came, went, or enter the model in another way.</summary>
internal static class FeatureComparer
{
    private const string Area = "features";

    public static IEnumerable<Change> Compare(FeatureSummary before, FeatureSummary after)
    {
        foreach (var (name, first, second) in Words.Pairs(before.Columns, after.Columns, feature => feature.Column))
        {
            if (first is null)
                yield return Words.Added(Area, $"{name} ({Text(second!)})");
            else if (second is null)
                yield return Words.Removed(Area, name);
            else if (!first.Transformations.SequenceEqual(second.Transformations) || first.InputCount != second.InputCount)
                yield return Words.Changed(Area, name, Text(first), Text(second));
        }

        foreach (var (name, first, second) in Words.Pairs(before.Excluded, after.Excluded, column => column.Column))
        {
            if (first is null)
                yield return new Change(Area, ChangeLevel.Compatible, $"{name}: left out now, {second!.Reason}");
            else if (second is null)
                yield return new Change(Area, ChangeLevel.Compatible, $"{name}: not left out any more");
        }
    }

    private static string Text(FeatureColumnSummary feature) =>
        $"{(feature.Transformations.Count == 0 ? "as it is" : string.Join(", ", feature.Transformations))}; {feature.InputCount} input{(feature.InputCount == 1 ? "" : "s")}";
}
