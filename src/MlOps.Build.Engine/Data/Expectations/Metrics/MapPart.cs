using System.Numerics;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Rows counted as selected, missing and unexpected; the first unexpected ones kept.</summary>
internal abstract class MapPart(int[] columns, int limit) : MetricPart
{
    private ulong[] _unexpected = [];
    private ulong[] _considered = [];

    /// <summary>All selected rows.</summary>
    public long Elements { get; private set; }

    /// <summary>Those of them that the expectation judges.</summary>
    public long Considered { get; private set; }

    public long Unexpected { get; private set; }

    /// <summary>False of a part that is about missing values themselves.</summary>
    public virtual bool TellsMissing => true;

    public KeptRows Kept { get; } = new(limit);

    public sealed override void Add(BatchView view)
    {
        if (_unexpected.Length < view.Words)
            (_unexpected, _considered) = (new ulong[view.Words], new ulong[view.Words]);
        var unexpected = _unexpected.AsSpan(0, view.Words);
        var considered = _considered.AsSpan(0, view.Words);
        Elements += Judge(view, considered, unexpected);
        var (seen, broken) = (0L, 0L);
        for (var word = 0; word < unexpected.Length; word++)
        {
            unexpected[word] &= considered[word];
            seen += BitOperations.PopCount(considered[word]);
            broken += BitOperations.PopCount(unexpected[word]);
        }

        (Considered, Unexpected) = (Considered + seen, Unexpected + broken);
        if (broken > 0)
            Kept.AddMasked(view, unexpected, columns);
    }

    public sealed override void Merge(MetricPart other)
    {
        var part = (MapPart)other;
        Elements += part.Elements;
        Considered += part.Considered;
        Unexpected += part.Unexpected;
        Kept.Merge(part.Kept);
    }

    /// <summary>Marks the rows to consider, and rows that are unexpected (if they are to be considered).</summary>
    /// <returns>The number of selected rows.</returns>
    protected abstract long Judge(BatchView view, Span<ulong> considered, Span<ulong> unexpected);

    protected static long Count(ReadOnlySpan<ulong> mask)
    {
        var count = 0L;
        foreach (var word in mask)
            count += BitOperations.PopCount(word);
        return count;
    }
}
