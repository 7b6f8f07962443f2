using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Repeats;

namespace MlOps.Build.Engine.Data.Validation.References;

/// <summary>Finds the rows of one thread whose keys are not among those of another table.</summary>
internal sealed class DanglingRows(IReadOnlyList<int> columns, KeySet known, KeyRange range) : IBatchSink
{
    private readonly RowKeyReader _reader = new(columns, RepeatQuestion.FirstSeed);

    public FailingRows Failing { get; } = new();

    public void Add(RowBatch batch)
    {
        var keys = _reader.Read(batch);
        for (var row = 0; row < keys.Length; row++)
        {
            var spread = KeyHash.Spread(keys[row]);
            if (!range.Contains(spread) || known.Contains(spread) || KeyGatherer.IsPart(batch, columns, row))
                continue;
            if (columns.Count == 1)
                Failing.Add(batch.Block, row, batch.Columns[columns[0]]);
            else
                Failing.Add(batch.Block, row, text: null);
        }
    }
}
