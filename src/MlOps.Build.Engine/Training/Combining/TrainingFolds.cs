using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Combining;

/// <summary>Training rows in parts of about equal size; each class is divided evenly, and lists stay whole.</summary>
internal static class TrainingFolds
{
    // Apart from the streams of trainers, which count from 0.
    private const long Stream = 0x0E00_0000_0000_0000;

    /// <summary>By fold, the rows that are learned from and those that are left out, ascending; each row is left out once.</summary>
    public static IReadOnlyList<(int[] Learned, int[] Left)> Of(TrainingRequest request, int count)
    {
        var set = request.Train;
        var fold = new int[set.Labels.Length];
        var random = new SeededRandom(request.Seed, Stream);
        var next = 0;
        foreach (var stratum in Units(set).GroupBy(unit => request.ClassCount > 0 ? set.Labels[unit[0]] : 0).OrderBy(group => group.Key))
        {
            var units = stratum.ToArray();
            random.Shuffle<int[]>(units);
            foreach (var unit in units)
            {
                foreach (var row in unit)
                    fold[row] = next % count;
                next++;
            }
        }

        return
        [
            .. Enumerable.Range(0, count)
                .Select(i => (Rows(fold, value => value != i), Rows(fold, value => value == i)))
                .Where(rows => rows.Item1.Length > 0 && rows.Item2.Length > 0),
        ];
    }

    private static IEnumerable<int[]> Units(TrainingSet set)
    {
        var rows = Enumerable.Range(0, set.Labels.Length);
        return set.Lists is { } lists ? rows.GroupBy(row => lists[row]).Select(list => list.ToArray()) : rows.Select(row => new[] { row });
    }

    private static int[] Rows(int[] fold, Func<int, bool> isChosen) => [.. Enumerable.Range(0, fold.Length).Where(row => isChosen(fold[row]))];
}
