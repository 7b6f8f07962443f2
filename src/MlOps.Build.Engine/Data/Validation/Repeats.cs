using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Finds rows whose key occurs more than once. Every member of such a group counts, as in Great Expectations.</summary>
internal static class Repeats
{
    public static FailingRows Find(long[] keys, MissingMask? missing)
    {
        var counts = new Dictionary<long, int>(keys.Length);
        for (var row = 0; row < keys.Length; row++)
        {
            if (missing?[row] != true)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, keys[row], out _)++;
        }

        var failing = new FailingRows();
        for (var row = 0; row < keys.Length && counts.Count < keys.Length; row++)
        {
            if (missing?[row] != true && counts[keys[row]] > 1)
                failing.Add(row);
        }

        return failing;
    }
}
