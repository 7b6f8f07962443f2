using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>How resamples of the test rows are drawn, and what of the rows that needs.</summary>
internal sealed record RowSampling
{
    public Resampling Method { get; init; }

    /// <summary>The column of groups or times, for reports.</summary>
    public string? Column { get; init; }

    /// <summary>The group of each row, any number; only for <see cref="Resampling.Groups"/>.</summary>
    public int[] Groups { get; init; } = [];

    /// <summary>The rows in the order of time; only for <see cref="Resampling.Blocks"/>.</summary>
    public int[] Order { get; init; } = [];

    /// <summary>Rows a block; null for as many as the rows ask for.</summary>
    public int? Block { get; init; }

    /// <summary>The same for some of the rows, numbered anew; a block of given length shrinks to the same stretch of time.</summary>
    public RowSampling Take(int[] rows)
    {
        if (Method is Resampling.AllRows or Resampling.WithinClasses)
            return this;
        var all = Math.Max(Groups.Length, Order.Length);
        return this with
        {
            Groups = Groups.Length == 0 ? [] : Array.ConvertAll(rows, row => Groups[row]),
            Order = Order.Length == 0 ? [] : Renumbered(rows, all),
            Block = Block is { } block ? (int)Math.Max(1, Math.Round((double)block * rows.Length / all)) : null,
        };
    }

    /// <summary>With a block length, chosen from the rows' losses when none is given.</summary>
    public RowSampling For(ScoredRows rows) =>
        Method == Resampling.Blocks && Block is null ? this with { Block = BlockLength.Of(rows, Order) } : this;

    /// <summary>How many independent pieces a resample of so many rows draws.</summary>
    public double Pieces(int rows) => Method switch
    {
        Resampling.Groups => Groups.Distinct().Count(),
        Resampling.Blocks => (double)rows / (Block ?? 1),
        _ => rows,
    };

    private int[] Renumbered(int[] rows, int all)
    {
        var places = new int[all];
        Array.Fill(places, -1);
        for (var i = 0; i < rows.Length; i++)
            places[rows[i]] = i;
        return [.. Order.Where(row => places[row] >= 0).Select(row => places[row])];
    }
}
