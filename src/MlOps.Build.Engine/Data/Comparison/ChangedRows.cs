using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Comparison;

/// <summary>The values of rows that changed: their hashes by column, and the texts of a few of them.</summary>
internal sealed class ChangedRows(ComparedColumns columns, bool isReference, IReadOnlySet<ulong> keys, IReadOnlySet<ulong> shown)
{
    private readonly Lock _gate = new();

    public Dictionary<ulong, ulong[]> Cells { get; } = [];

    public Dictionary<ulong, string?[]> Texts { get; } = [];

    public IBatchSink Sink() => new HashingSink(columns, isReference, Take);

    private void Take(RowBatch batch, RowHash[] rows, ulong[][] cells)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            if (!rows[row].HasKey || !keys.Contains(rows[row].Key))
                continue;
            var at = row;
            lock (_gate)
            {
                Cells[rows[row].Key] = Array.ConvertAll(cells, column => column[at]);
                if (shown.Contains(rows[row].Key))
                    Texts[rows[row].Key] = [.. columns.Both.Select(column => batch.Columns[isReference ? column.Reference : column.Current].Text(at))];
            }
        }
    }
}
