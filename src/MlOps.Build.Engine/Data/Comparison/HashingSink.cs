using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles.Sketches;

namespace MlOps.Build.Engine.Data.Comparison;

/// <summary>Hashes rows of batches, by key and as wholes.</summary>
internal sealed class HashingSink : IBatchSink
{
    private readonly ComparedColumns _columns;
    private readonly RowTaker? _taker;
    private readonly Action<RowBatch, RowHash[], ulong[][]>? _whole;
    private readonly int[] _places;
    private readonly CellHasher[] _hashers;

    public HashingSink(ComparedColumns columns, bool isReference, RowTaker taker)
        : this(columns, isReference) => _taker = taker;

    /// <summary>The action gets the batch, its rows, and the hashes of their values by column and row.</summary>
    public HashingSink(ComparedColumns columns, bool isReference, Action<RowBatch, RowHash[], ulong[][]> whole)
        : this(columns, isReference) => _whole = whole;

    private HashingSink(ComparedColumns columns, bool isReference)
    {
        _columns = columns;
        _places = [.. columns.Both.Select(column => isReference ? column.Reference : column.Current)];
        _hashers = [.. columns.Both.Select(column => new CellHasher(column.AsDouble))];
    }

    public void Add(RowBatch batch)
    {
        var cells = new ulong[_places.Length][];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new ulong[batch.Rows];
            for (var row = 0; row < batch.Rows; row++)
                cells[i][row] = _hashers[i].Of(batch.Columns[_places[i]], row);
        }

        var rows = new RowHash[batch.Rows];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = Hash(batch, cells, row);
        _taker?.Invoke(rows);
        _whole?.Invoke(batch, rows, cells);
    }

    private RowHash Hash(RowBatch batch, ulong[][] cells, int row)
    {
        var whole = 0UL;
        foreach (var column in cells)
            whole = StableHash.Of((whole * 3) + column[row]);
        if (_columns.Key.Count == 0)
            return new(whole, whole, true);
        var (key, complete) = (0UL, true);
        foreach (var part in _columns.Key)
        {
            key = StableHash.Of((key * 3) + cells[part][row]);
            complete &= !batch.Columns[_places[part]].IsMissing(row);
        }

        return new(key, whole, complete);
    }
}
