using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Features.Leakage;

/// <summary>The bin of each training row: its value, or for numbers and times the quantile bin of it. Missing rows are in bin 0.</summary>
internal sealed record Bins(int[] Rows, int Count)
{
    private const int MostBins = 256;
    private const int RowsPerBin = 10;

    public static Bins Of(Column column, int[] train) =>
        ColumnNumbers.Of(column, train) is { } numbers ? ByQuantile(numbers) : ByValue(column, train);

    /// <summary>Bin and fold as one index, folds fastest.</summary>
    public Bins Cells(int[] folds, int foldCount)
    {
        var cells = new int[Rows.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = (Rows[i] * foldCount) + folds[i];
        return new Bins(cells, Count * foldCount);
    }

    private static Bins ByValue(Column column, int[] train)
    {
        var codes = ColumnCodes.Of(column);
        var bins = new int[train.Length];
        for (var i = 0; i < bins.Length; i++)
            bins[i] = codes.Codes[train[i]] + 1;
        return new Bins(bins, codes.Texts.Count + 1);
    }

    // Equal values are never divided.
    private static Bins ByQuantile(double[] numbers)
    {
        var order = Enumerable.Range(0, numbers.Length).Where(i => !double.IsNaN(numbers[i])).ToArray();
        var sorted = order.Select(i => numbers[i]).ToArray();
        Array.Sort(sorted, order);
        var size = Math.Max(1, order.Length / Math.Clamp(order.Length / RowsPerBin, 2, MostBins));
        var bins = new int[numbers.Length];
        var (bin, filled) = (1, 0);
        for (var i = 0; i < order.Length; i++)
        {
            if (filled >= size && sorted[i] != sorted[i - 1])
                (bin, filled) = (bin + 1, 0);
            bins[order[i]] = bin;
            filled++;
        }

        return new Bins(bins, bin + 1);
    }
}
