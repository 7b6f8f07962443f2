using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>Finds, in a second reading, the rows of one thread whose keys are known to be repeated.</summary>
internal sealed class RepeatedRows(RepeatQuestion question, KeySet repeated)
{
    // More than are shown, because a few may turn out to be strangers with the same first key.
    private const int Kept = 16;
    private readonly RowKeyReader _first = question.Reader(RepeatQuestion.FirstSeed);
    private readonly RowKeyReader? _second = question.IsExact ? null : question.SecondReader();
    private readonly List<(FailingRow Row, (ulong First, ulong Second) Key)> _rows = [];

    /// <summary>How many rows have each pair of keys.</summary>
    public Dictionary<(ulong First, ulong Second), long> Counts { get; } = [];

    public void Add(RowBatch batch)
    {
        var column = question.SingleColumn is { } single ? batch.Columns[single] : null;
        var keys = _first.Read(batch);
        var seconds = _second is null ? default : _second.Read(batch);
        for (var row = 0; row < keys.Length; row++)
        {
            var spread = KeyHash.Spread(keys[row]);
            if (!repeated.Contains(spread) || column?.IsMissing(row) == true)
                continue;
            var key = (spread, seconds.IsEmpty ? 0 : seconds[row]);
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Counts, key, out _)++;
            if (_rows.Count < Kept)
                _rows.Add((new FailingRow(new RowPlace(batch.Block, row), column?.Text(row)), key));
        }
    }

    /// <summary>The repeated rows of all threads.</summary>
    public static FailingRows Merge(IReadOnlyList<RepeatedRows> parts)
    {
        var counts = new Dictionary<(ulong, ulong), long>();
        foreach (var (key, count) in parts.SelectMany(part => part.Counts))
            counts[key] = counts.GetValueOrDefault(key) + count;
        var failing = new FailingRows();
        var rows = parts.SelectMany(part => part._rows).Where(row => counts[row.Key] > 1).OrderBy(row => row.Row.Place).ToList();
        foreach (var (row, _) in rows)
            failing.Add(row);
        failing.Recount(counts.Values.Where(count => count > 1).Sum());
        return failing;
    }
}
