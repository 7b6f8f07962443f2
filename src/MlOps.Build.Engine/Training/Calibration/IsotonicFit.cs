namespace MlOps.Build.Engine.Training.Calibration;

/// <summary>
/// Isotonic regression (Zadrozny and Elkan, "Transforming Classifier Scores into Accurate Multiclass Probability Estimates", 2002) by
/// pooling adjacent violators; between its points it is linear, beyond them constant, as scikit-learn has it.
/// </summary>
/// <param name="At">Where the points are, rising.</param>
/// <param name="Values">Their values, nowhere falling.</param>
internal sealed record IsotonicFit(double[] At, double[] Values)
{
    /// <param name="scores">One a row.</param>
    /// <param name="labels">0 or 1 a row.</param>
    public static IsotonicFit Of(double[] scores, float[] labels)
    {
        var points = scores.Zip(labels).GroupBy(row => row.First).OrderBy(group => group.Key)
            .Select(group => (At: group.Key, Count: (double)group.Count(), Sum: group.Sum(row => (double)row.Second))).ToList();
        var values = Pooled(points.ConvertAll(point => (point.Sum, point.Count)));
        // Of a run of equal values only its ends say anything.
        var kept = Enumerable.Range(0, values.Length)
            .Where(i => i == 0 || i == values.Length - 1 || values[i] != values[i - 1] || values[i] != values[i + 1]).ToArray();
        return new IsotonicFit(Array.ConvertAll(kept, i => points[i].At), Array.ConvertAll(kept, i => values[i]));
    }

    private static double[] Pooled(List<(double Sum, double Count)> points)
    {
        var blocks = new List<(double Sum, double Count, int Length)>();
        foreach (var (sum, count) in points)
        {
            var block = (Sum: sum, Count: count, Length: 1);
            while (blocks.Count > 0 && blocks[^1].Sum * block.Count >= block.Sum * blocks[^1].Count)
            {
                var before = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                block = (before.Sum + block.Sum, before.Count + block.Count, before.Length + block.Length);
            }

            blocks.Add(block);
        }

        return [.. blocks.SelectMany(block => Enumerable.Repeat(block.Sum / block.Count, block.Length))];
    }
}
