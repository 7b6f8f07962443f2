using System.Numerics;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>
/// What <see cref="SequenceMetric"/> gathers: each block by itself, with its first and last value, so that blocks can be joined in their order
/// whoever read them.
/// </summary>
internal sealed class SequencePart(SequenceMetric metric) : MetricPart
{
    private readonly KeptRows _kept = new(metric.Limit);
    private readonly List<Block> _blocks = [];
    private long _unexpected;
    private ulong[] _present = [];

    public long Elements { get; private set; }

    public long Considered { get; private set; }

    public override void Add(BatchView view)
    {
        if (_present.Length < view.Words)
            _present = new ulong[view.Words];
        foreach (var word in view.Selected(metric.Condition))
            Elements += BitOperations.PopCount(word);
        var present = _present.AsSpan(0, view.Words);
        view.Present(metric.Column, metric.Condition, present);
        var keys = view.Keys(metric.Column);
        Block? block = null;
        for (var word = 0; word < present.Length; word++)
        {
            for (var bits = present[word]; bits != 0; bits &= bits - 1)
            {
                var row = (word << 6) + BitOperations.TrailingZeroCount(bits);
                Considered++;
                if (block is null)
                    block = new Block(new RowPlace(view.Batch.Block, row), keys[row], view.Column(metric.Column).Text(row));
                else if (!metric.Allows(block.Last, keys[row]))
                    Reject(view, row);
                block.Last = keys[row];
            }
        }

        if (block is not null)
            _blocks.Add(block);
    }

    public override void Merge(MetricPart other)
    {
        var part = (SequencePart)other;
        Elements += part.Elements;
        Considered += part.Considered;
        _unexpected += part._unexpected;
        _kept.Merge(part._kept);
        _blocks.AddRange(part._blocks);
    }

    /// <summary>All unexpected rows and the first of them.</summary>
    public (long Unexpected, IReadOnlyList<KeptRow> Rows) Join()
    {
        _blocks.Sort((left, right) => left.Place.CompareTo(right.Place));
        var first = new List<KeptRow>();
        var unexpected = _unexpected;
        for (var i = 1; i < _blocks.Count; i++)
        {
            if (metric.Allows(_blocks[i - 1].Last, _blocks[i].First))
                continue;
            unexpected++;
            if (first.Count < metric.Limit)
                first.Add(new KeptRow(_blocks[i].Place, [_blocks[i].Text]));
        }

        return (unexpected, [.. _kept.Rows.Concat(first).OrderBy(row => row.Place).Take(metric.Limit)]);
    }

    private void Reject(BatchView view, int row)
    {
        _unexpected++;
        if (!_kept.IsFull)
            _kept.Add(view, row, [metric.Column]);
    }

    private sealed class Block(RowPlace place, long first, string? text)
    {
        public RowPlace Place { get; } = place;

        public long First { get; } = first;

        public string? Text { get; } = text;

        public long Last { get; set; } = first;
    }
}
