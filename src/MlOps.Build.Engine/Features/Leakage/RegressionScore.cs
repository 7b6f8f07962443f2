using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Features.Leakage;

/// <summary>R² of out-of-fold predictions from one column: 1 - squared error / squared deviation from the mean.</summary>
internal static class RegressionScore
{
    /// <summary>The best of three predictions: the mean of the bin, a line through all rows, a line in each bin.</summary>
    public static double Best(Column column, Bins cells, double[] labels, int[] train, int[] folds, int foldCount)
    {
        var centred = Centre(labels);
        var total = centred.Sum(value => value * value);
        if (total == 0)
            return 0;
        var numbers = ColumnNumbers.Of(column, train) is { } raw ? Centre(raw) : null;
        var error = Error(cells, null, centred, foldCount);
        if (numbers is not null)
        {
            // Missing rows, bin 0, keep a mean of their own beside the one line.
            var whole = new Bins([.. cells.Rows.Select((cell, i) => cell < foldCount ? cell : foldCount + folds[i])], 2 * foldCount);
            error = Math.Min(error, Math.Min(Error(whole, numbers, centred, foldCount), Error(cells, numbers, centred, foldCount)));
        }

        return 1 - (error / total);
    }

    private static double Error(Bins cells, double[]? numbers, double[] labels, int folds)
    {
        var moments = new Moments[cells.Count];
        for (var i = 0; i < labels.Length; i++)
            moments[cells.Rows[i]].Add(numbers is null || double.IsNaN(numbers[i]) ? 0 : numbers[i], labels[i]);
        var all = new Moments[folds];
        for (var cell = 0; cell < moments.Length; cell++)
            all[cell % folds].Add(moments[cell]);
        var error = 0.0;
        for (var bin = 0; bin < moments.Length; bin += folds)
        {
            for (var fold = 0; fold < folds; fold++)
            {
                if (moments[bin + fold].Count > 0)
                    error += moments[bin + fold].Error(Others(moments.AsSpan(bin, folds), fold), Others(all, fold));
            }
        }

        return error;
    }

    private static Moments Others(ReadOnlySpan<Moments> folds, int left)
    {
        var sum = default(Moments);
        for (var fold = 0; fold < folds.Length; fold++)
        {
            if (fold != left)
                sum.Add(folds[fold]);
        }

        return sum;
    }

    private static double[] Centre(double[] values)
    {
        var present = values.Where(value => !double.IsNaN(value)).ToArray();
        var mean = present.Length == 0 ? 0 : Statistics.Mean(present);
        return [.. values.Select(value => value - mean)];
    }
}
