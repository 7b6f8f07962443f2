namespace MlOps.Build.Engine.Evaluation.Significance;

/// <summary>
/// The structural components of one model's AUC (DeLong, DeLong and Clarke-Pearson, 1988): for each positive row the negatives that it
/// outranks, for each negative the positives that outrank it, ties half. They come from one sort, as in Sun and Xu (2014), and are
/// kept doubled, so that they are whole numbers.
/// </summary>
internal sealed class AucComponents
{
    private AucComponents(long[] positives, long[] negatives) => (OfPositives, OfNegatives) = (positives, negatives);

    /// <summary>Twice the negatives below each positive row, in the order of rows.</summary>
    public long[] OfPositives { get; }

    /// <summary>Twice the positives above each negative row, in the order of rows.</summary>
    public long[] OfNegatives { get; }

    /// <summary>The share of pairs in the right order, ties half; NaN without both classes.</summary>
    public double Auc => OfPositives.Sum() / (2.0 * OfPositives.Length * OfNegatives.Length);

    /// <summary>From labels, 1 for positive, and scores, higher for positive.</summary>
    public static AucComponents Of(ReadOnlySpan<float> labels, ReadOnlySpan<float> scores)
    {
        var places = Places(labels, out var positives);
        var components = new AucComponents(new long[positives], new long[labels.Length - positives]);
        var sorted = scores.ToArray();
        var order = new int[labels.Length];
        for (var row = 0; row < order.Length; row++)
            order[row] = row;
        Array.Sort(sorted, order);
        components.Fill(labels, sorted, order, places);
        return components;
    }

    // Each row's place among those of its class.
    private static int[] Places(ReadOnlySpan<float> labels, out int positives)
    {
        var places = new int[labels.Length];
        positives = 0;
        for (var row = 0; row < labels.Length; row++)
            places[row] = labels[row] == 1 ? positives++ : row - positives;
        return places;
    }

    private void Fill(ReadOnlySpan<float> labels, float[] sorted, int[] order, int[] places)
    {
        long positivesBelow = 0, negativesBelow = 0;
        for (var start = 0; start < order.Length;)
        {
            var end = start;
            long positives = 0;
            for (; end < order.Length && sorted[end] == sorted[start]; end++)
                positives += labels[order[end]] == 1 ? 1 : 0;
            var negatives = end - start - positives;
            for (var place = start; place < end; place++)
            {
                var row = order[place];
                if (labels[row] == 1)
                    OfPositives[places[row]] = (2 * negativesBelow) + negatives;
                else
                    OfNegatives[places[row]] = (2 * (OfPositives.Length - positivesBelow - positives)) + positives;
            }

            positivesBelow += positives;
            negativesBelow += negatives;
            start = end;
        }
    }
}
