using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Relations;

/// <summary>
/// How two columns go together, with buffers for one thread. Each sum has a fixed order, so that the last bit is the same on every processor.
/// </summary>
/// <param name="rows">The number of rows of each column.</param>
internal sealed class PairComparer(int rows)
{
    // Fewer say nothing, and fewer than so many a level would make any two columns look related.
    private const int LeastRows = 10;
    private const int LeastRowsOfLevel = 5;

    private readonly int[] _common = new int[rows];
    private readonly int[] _order = new int[rows];
    private readonly double[] _first = new double[rows];
    private readonly double[] _second = new double[rows];
    private readonly double[] _ranks = new double[rows];

    /// <summary>Null when too few rows have both values, or one of both is constant in them.</summary>
    public ColumnRelation? Compare(RelatedColumn first, RelatedColumn second) => (first, second) switch
    {
        (RelatedNumbers a, RelatedNumbers b) => a.IsWhole && b.IsWhole ? Whole(a, b) : Common(a, b),
        (RelatedLevels a, RelatedLevels b) => CramersV.Of(a, b) is var (value, n) ? Relation(a, b, RelationMeasure.CramersV, value, n) : null,
        (RelatedLevels a, RelatedNumbers b) => CorrelationRatio(a, b),
        _ => Compare(second, first) is { } relation ? relation with { First = first.Name, Second = second.Name } : null,
    };

    /// <summary>True when so many rows say something of a pair in which a category has so many levels.</summary>
    public static bool Suffices(long rows, int levels) => rows >= Math.Max(LeastRows, LeastRowsOfLevel * levels) && levels >= 2;

    private static ColumnRelation? Whole(RelatedNumbers a, RelatedNumbers b) => a.Values.Length < LeastRows
        ? null
        : Relation(a, b, RelationMeasure.Pearson, FixedSum.Dot(a.Values, b.Values), a.Values.Length, FixedSum.Dot(a.Ranks, b.Ranks));

    private ColumnRelation? Common(RelatedNumbers a, RelatedNumbers b)
    {
        var count = 0;
        for (var row = 0; row < a.Values.Length; row++)
        {
            if (!double.IsNaN(a.Values[row]) && !double.IsNaN(b.Values[row]))
                _common[count++] = row;
        }

        if (count < LeastRows)
            return null;
        Take(a.Values, _first, count);
        Take(b.Values, _second, count);
        var pearson = Correlate(count);
        TakeRanks(a, b, _first, count);
        TakeRanks(b, a, _second, count);
        return pearson is { } value && Correlate(count) is { } spearman ? Relation(a, b, RelationMeasure.Pearson, value, count, spearman) : null;
    }

    private void Take(double[] values, double[] taken, int count)
    {
        for (var i = 0; i < count; i++)
            taken[i] = values[_common[i]];
    }

    private void TakeRanks(RelatedNumbers column, RelatedNumbers other, double[] taken, int count)
    {
        var place = 0;
        foreach (var row in column.Order)
        {
            if (!double.IsNaN(other.Values[row]))
                _order[place++] = row;
        }

        // Ranks among all rows are equal where values are, and each is exact.
        RankOrder.Rank(_order.AsSpan(0, place), column.Ranks, _ranks);
        Take(_ranks, taken, count);
    }

    private double? Correlate(int count)
    {
        var first = _first.AsSpan(0, count);
        var second = _second.AsSpan(0, count);
        Centre(first);
        Centre(second);
        var length = Math.Sqrt(FixedSum.Dot(first, first)) * Math.Sqrt(FixedSum.Dot(second, second));
        return length > 0 ? FixedSum.Dot(first, second) / length : null;
    }

    private static void Centre(Span<double> values)
    {
        var mean = FixedSum.Sum(values) / values.Length;
        foreach (ref var value in values)
            value -= mean;
    }

    private ColumnRelation? CorrelationRatio(RelatedLevels levels, RelatedNumbers numbers)
    {
        var count = 0;
        for (var row = 0; row < levels.Codes.Length; row++)
        {
            if (levels.Codes[row] >= 0 && !double.IsNaN(numbers.Values[row]))
                _common[count++] = row;
        }

        Take(numbers.Values, _first, count);
        var centred = _first.AsSpan(0, count);
        Centre(centred);
        var (sums, counts) = (new double[levels.Levels], new long[levels.Levels]);
        for (var i = 0; i < count; i++)
        {
            sums[levels.Codes[_common[i]]] += centred[i];
            counts[levels.Codes[_common[i]]]++;
        }

        var (between, total) = (0.0, FixedSum.Dot(centred, centred));
        for (var level = 0; level < sums.Length; level++)
            between += counts[level] > 0 ? sums[level] * sums[level] / counts[level] : 0;
        return total > 0 && Suffices(count, counts.Count(rows => rows > 0))
            ? Relation(levels, numbers, RelationMeasure.CorrelationRatio, Math.Sqrt(between / total), count)
            : null;
    }

    private static ColumnRelation Relation(RelatedColumn a, RelatedColumn b, RelationMeasure measure, double value, long rows, double? spearman = null) => new()
    {
        First = a.Name,
        Second = b.Name,
        Measure = measure,
        Value = Math.Clamp(value, -1, 1),
        Spearman = spearman is { } ranked ? Math.Clamp(ranked, -1, 1) : null,
        Rows = rows,
    };
}
