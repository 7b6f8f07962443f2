using System.Runtime.CompilerServices;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Trees.Binning;

/// <summary>Learns bins from the values of at most 200,000 rows, as many as LightGBM and scikit-learn take; from all of them when there are fewer.</summary>
internal static class BinSampler
{
    public const int MostRows = 200_000;

    // A cache line holds sixteen float32 values.
    private const int Group = 16;

    public static FeatureBins[] Learn(FeatureMatrix features, int maxBin, ThreadTeam team)
    {
        var rows = Sample(features.Rows);
        var bins = new FeatureBins[features.Columns];
        team.Each((features.Columns + Group - 1) / Group, group =>
        {
            var first = group * Group;
            var count = Math.Min(Group, features.Columns - first);
            var values = Gather(features, rows, first, count);
            var missing = rows.Length < features.Rows ? Missing(features, first, count) : new bool[count];
            for (var i = 0; i < count; i++)
            {
                var column = values.AsSpan(i * rows.Length, rows.Length);
                var categories = features.Categories.Count > 0 ? features.Categories[first + i] : 0;
                bins[first + i] = categories > 0
                    ? FeatureBins.OfCategories(categories, missing[i] || column.ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
                    : FeatureBins.Of(column, maxBin, missing[i]);
            }
        });
        return bins;
    }

    // The same rows for the same number of them, ascending: one of each of as many equal parts, at a place of its own.
    private static int[] Sample(int rows)
    {
        if (rows <= MostRows)
            return [.. Enumerable.Range(0, rows)];
        var random = new SeededRandom(rows);
        var sample = new int[MostRows];
        for (var i = 0; i < sample.Length; i++)
        {
            var from = (int)((long)rows * i / MostRows);
            sample[i] = from + random.Next((int)((long)rows * (i + 1) / MostRows) - from);
        }

        return sample;
    }

    // Column after column.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] Gather(FeatureMatrix features, int[] rows, int first, int count)
    {
        var values = GC.AllocateUninitializedArray<float>(checked(rows.Length * count));
        for (var i = 0; i < rows.Length; i++)
        {
            var row = features.Row(rows[i]).Slice(first, count);
            for (var column = 0; column < row.Length; column++)
                values[(column * rows.Length) + i] = row[column];
        }

        return values;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool[] Missing(FeatureMatrix features, int first, int count)
    {
        var missing = new bool[count];
        for (var i = 0; i < features.Rows; i++)
        {
            var row = features.Row(i).Slice(first, count);
            for (var column = 0; column < row.Length; column++)
                missing[column] |= float.IsNaN(row[column]);
        }

        return missing;
    }
}
