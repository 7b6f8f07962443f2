using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Train before validation before test; rows of the same time are never divided.</summary>
internal sealed class TimeSplit(SplitInput input, DiagnosticBag diagnostics)
{
    private readonly SplitColumn _split = new(input, diagnostics);

    public SplitParts? Parts()
    {
        if (_split.Find() is not { } column)
            return null;
        var time = new TimeOrder(column);
        if (!time.Exists)
            return _split.WrongType(column, "a split by time needs dates, timestamps or whole numbers");
        if (!_split.IsComplete(column))
            return null;
        return input.Config.Split is { ValidationFrom: { } validation, TestFrom: { } test }
            ? ByLimits(column, time, validation, test)
            : ByShares(column, time);
    }

    private SplitParts? ByLimits(Column column, TimeOrder time, DateTimeOffset validation, DateTimeOffset test)
    {
        if (time.Limit(validation) is not { } from || time.Limit(test) is not { } until)
            return _split.WrongType(column, "'validation_from' and 'test_from' need dates or timestamps");
        var parts = new SplitParts();
        foreach (var row in input.Labelled)
            parts.Add(time[row] < from ? SplitPart.Train : time[row] < until ? SplitPart.Validation : SplitPart.Test, [row]);
        return parts;
    }

    private SplitParts? ByShares(Column column, TimeOrder time)
    {
        var rows = input.Labelled.ToArray();
        var keys = rows.Select(row => (time[row], row)).ToArray();
        Array.Sort(keys, rows);
        var boundaries = Enumerable.Range(1, Math.Max(0, rows.Length - 1)).Where(i => keys[i].Item1 != keys[i - 1].Item1).ToArray();
        if (boundaries.Length < 2)
        {
            diagnostics.Error(
                FeatureCodes.SplitPartEmpty,
                $"'{column.Name}' has {boundaries.Length + 1} different times in the labelled rows; "
                + "train, validation and test need three. Split another way.",
                input.Config.PositionOf("split.column"));
            return null;
        }

        var split = input.Config.Split;
        var first = Nearest(boundaries.AsSpan(..^1), rows.Length * (1 - split.Validation - split.Test));
        var second = first + 1 + Nearest(boundaries.AsSpan(first + 1), rows.Length * (1 - split.Test));
        var parts = new SplitParts();
        parts.Add(SplitPart.Train, rows.AsSpan(..boundaries[first]));
        parts.Add(SplitPart.Validation, rows.AsSpan(boundaries[first]..boundaries[second]));
        parts.Add(SplitPart.Test, rows.AsSpan(boundaries[second]..));
        return parts;
    }

    // Index of the boundary nearest to the wanted number of rows; the earlier of two as near.
    private static int Nearest(ReadOnlySpan<int> boundaries, double wanted)
    {
        var best = 0;
        for (var i = 1; i < boundaries.Length; i++)
        {
            if (Math.Abs(boundaries[i] - wanted) < Math.Abs(boundaries[best] - wanted))
                best = i;
        }

        return best;
    }
}
