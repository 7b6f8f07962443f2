using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Bayes;

/// <summary>
/// Tells numbers from categories by what the training rows hold: a feature of 0 and 1 alone is a category, and those that stand beside
/// each other under one name, as <c>Size=Large</c> and <c>Size=Small</c>, are one column unless some row has two of them.
/// </summary>
internal static class FeatureGroups
{
    public static IEnumerable<FeatureGroup> Of(FeatureMatrix features)
    {
        for (var first = 0; first < features.Columns;)
        {
            var count = RunLength(features, first);
            if (count > 1 && HasOneAtMost(features, first, count))
            {
                yield return new FeatureGroup(first, count, false);
            }
            else
            {
                for (var column = first; column < first + count; column++)
                    yield return new FeatureGroup(column, 1, !IsBinary(features, column));
            }

            first += count;
        }
    }

    private static int RunLength(FeatureMatrix features, int first)
    {
        var name = Column(features.Names[first]);
        var end = first + 1;
        if (name is null || !IsBinary(features, first))
            return 1;
        while (end < features.Columns && Column(features.Names[end]) == name && IsBinary(features, end))
            end++;
        return end - first;
    }

    private static string? Column(string feature) => feature.IndexOf('=', StringComparison.Ordinal) is > 0 and var end ? feature[..end] : null;

    private static bool IsBinary(FeatureMatrix features, int column)
    {
        for (var row = 0; row < features.Rows; row++)
        {
            if (features.Row(row)[column] is not (0 or 1))
                return false;
        }

        return true;
    }

    private static bool HasOneAtMost(FeatureMatrix features, int first, int count)
    {
        for (var row = 0; row < features.Rows; row++)
        {
            if (features.Row(row).Slice(first, count).Count(1f) > 1)
                return false;
        }

        return true;
    }
}
