using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Repeats;

namespace MlOps.Build.Engine.Data.Validation.References;

/// <summary>
/// Looks for rows whose key no row of another table has. Keys are of 64 bits and kept within a budget, beyond which both tables are read once
/// more for the rest. Numbers and times are found exactly; that a text or a combination of columns passes for another has a chance of 2^-64.
/// </summary>
internal sealed class ForeignKeySearch
{
    /// <summary>Different keys of the other table that are kept at a time: 16 to 32 bytes each.</summary>
    public const int DefaultBudget = 1 << 22;

    private readonly IReadOnlyList<int> _columns;
    private readonly IReadOnlyList<int> _others;
    private readonly int _budget;

    /// <param name="columns">0-based columns of the table.</param>
    /// <param name="others">Those of the other table, of the same types.</param>
    /// <param name="budget">The number of keys to keep.</param>
    public ForeignKeySearch(IReadOnlyList<int> columns, IReadOnlyList<int> others, int budget = DefaultBudget) =>
        (_columns, _others, _budget) = (columns, others, Math.Max(1, budget));

    /// <summary>The rows without a counterpart; null, with errors, when one of the tables cannot be read.</summary>
    public FailingRows? Run(IBatchSource table, IBatchSource other, Contracts.DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var parts = new List<FailingRows>();
        for (KeyRange? left = KeyRange.All; left is { } range;)
        {
            if (Keys(other, range, diagnostics, cancellation) is not var (keys, kept))
                return null;
            var sinks = new List<DanglingRows>();
            if (table.Read([.. _columns], () => Started(sinks, new DanglingRows(_columns, keys, kept)), diagnostics, cancellation) is null)
                return null;
            parts.AddRange(sinks.Select(sink => sink.Failing));
            left = kept.Last < range.Last ? new KeyRange(kept.Last + 1, range.Last) : null;
        }

        return FailingRows.Merge(parts);
    }

    private (KeySet Keys, KeyRange Kept)? Keys(IBatchSource other, KeyRange range, Contracts.DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var sinks = new List<KeyGatherer>();
        var each = Math.Max(1, _budget / Math.Max(1, Environment.ProcessorCount));
        if (other.Read([.. _others], () => Started(sinks, new KeyGatherer(_others, range, each)), diagnostics, cancellation) is null)
            return null;

        // Each thread may have kept another part; what all of them have is the smallest.
        var kept = sinks.Select(sink => sink.Range).Append(range).MinBy(part => part.Last);
        var keys = new KeySet();
        foreach (var key in sinks.SelectMany(sink => sink.Keys.Each()).Where(kept.Contains))
            keys.Add(key);
        return (keys, kept);
    }

    private static T Started<T>(List<T> sinks, T sink)
    {
        lock (sinks)
            sinks.Add(sink);
        return sink;
    }
}
