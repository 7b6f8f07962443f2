using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Repeats;

namespace MlOps.Build.Engine.Data.Validation.References;

/// <summary>Gathers the different keys that one thread reads, within a budget; rows that lack a part of the key have none.</summary>
internal sealed class KeyGatherer(IReadOnlyList<int> columns, KeyRange range, int budget) : IBatchSink
{
    private readonly RowKeyReader _reader = new(columns, RepeatQuestion.FirstSeed);

    public KeySet Keys { get; private set; } = new();

    /// <summary>The keys that are kept: fewer than asked for once the budget was used up.</summary>
    public KeyRange Range { get; private set; } = range;

    public void Add(RowBatch batch)
    {
        var keys = _reader.Read(batch);
        for (var row = 0; row < keys.Length; row++)
        {
            var spread = KeyHash.Spread(keys[row]);
            if (!Range.Contains(spread) || IsPart(batch, columns, row) || !Keys.Add(spread))
                continue;
            for (; Keys.Count > budget; Keys = Keys.Within(Range))
                Range = Range.Half;
        }
    }

    /// <summary>True when a part of the row's key is missing.</summary>
    public static bool IsPart(RowBatch batch, IReadOnlyList<int> columns, int row)
    {
        foreach (var column in columns)
        {
            if (batch.Columns[column].IsMissing(row))
                return true;
        }

        return false;
    }
}
