using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>
/// <c>outliers</c>: numbers far from the others. The fences are learned from all rows of the table. Missing values are never outliers; a row with one is
/// not judged by <see cref="OutlierMethod.Isolation"/>.
/// </summary>
internal sealed record OutlierStep : CleaningStep
{
    public OutlierMethod Method { get; init; }

    /// <summary>1.5, 3 or 0.6 by method when not given.</summary>
    public double? Limit { get; init; }

    public RowFate Fate { get; init; }

    public override string Key => "outliers";

    public override string Words => $"outliers ({Name(Method)}, beyond {Shown.Number(Beyond)}): {FateWords.Done(Fate)}";

    public override IEnumerable<(string Key, string Value)> Options
    {
        get
        {
            if (Method != OutlierMethod.Iqr)
                yield return ("method", Name(Method));
            if (Limit is { } limit)
                yield return ("limit", Shown.Number(limit));
            yield return ("do", FateWords.Name(Fate));
        }
    }

    private double Beyond => Limit ?? Method switch { OutlierMethod.Iqr => 1.5, OutlierMethod.Z => 3, _ => 0.6 };

    public static string Name(OutlierMethod method) => method.ToString().ToLowerInvariant();

    public override long Apply(CleaningState state) =>
        Method == OutlierMethod.Isolation ? Isolate(state) : Columns.Sum(name => NumberColumn.Of(state.Table.Find(name)) is { } numbers ? Fence(name, numbers, state) : 0);

    private long Fence(string name, NumberColumn numbers, CleaningState state)
    {
        if (Fences(numbers.Present()) is not var (low, high))
            return 0;
        var outside = new bool[numbers.Length];
        var count = 0L;
        for (var row = 0; row < outside.Length; row++)
        {
            if (outside[row] = numbers[row] < low || numbers[row] > high)
                count++;
        }

        return count == 0 ? 0 : Decide(name, numbers, outside, (low, high), count, state);
    }

    private long Decide(string name, NumberColumn numbers, bool[] outside, (double Low, double High) fences, long count, CleaningState state)
    {
        if (Fate is RowFate.Drop or RowFate.Quarantine)
            return state.Remove(outside, Reason($"{Shown.Text(name)} is an outlier"));
        state.Replace(Fate == RowFate.Clip ? numbers.Clipped(fences.Low, fences.High) : numbers.Without(outside));
        return count;
    }

    private (double Low, double High)? Fences(double[] present)
    {
        if (present.Length < 2)
            return null;
        if (Method == OutlierMethod.Iqr)
        {
            var sorted = (double[])present.Clone();
            Array.Sort(sorted);
            var (first, third) = (Quantile.At(sorted, 0.25), Quantile.At(sorted, 0.75));
            return (first - (Beyond * (third - first)), third + (Beyond * (third - first)));
        }

        var moments = Moments.Of(present);
        return moments.StandardDeviation is { } deviation && double.IsFinite(moments.Mean)
            ? (moments.Mean - (Beyond * deviation), moments.Mean + (Beyond * deviation))
            : null;
    }

    private long Isolate(CleaningState state)
    {
        var columns = Columns.Select(name => NumberColumn.Of(state.Table.Find(name))).OfType<NumberColumn>().ToList();
        var rows = Enumerable.Range(0, state.Table.RowCount).Where(row => columns.TrueForAll(column => !double.IsNaN(column[row]))).ToArray();
        if (columns.Count == 0 || rows.Length < 2)
            return 0;
        var scores = IsolationForest.Scores([.. columns.Select(column => Array.ConvertAll(rows, row => column[row]))]);
        var outside = new bool[state.Table.RowCount];
        for (var i = 0; i < rows.Length; i++)
            outside[rows[i]] = scores[i] > Beyond;
        if (Fate is RowFate.Drop or RowFate.Quarantine)
            return state.Remove(outside, Reason("the row is an outlier"));
        foreach (var name in Columns)
        {
            if (NumberColumn.Of(state.Table.Find(name)) is { } numbers)
                state.Replace(numbers.Without(outside));
        }

        return outside.LongCount(row => row);
    }

    private string? Reason(string words) => Fate == RowFate.Quarantine ? $"{words} ({Name(Method)})" : null;
}
