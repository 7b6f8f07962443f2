using System.Numerics;

namespace MlOps.Build.Engine.Data.Batches;

/// <summary>Shows slices of a column in memory as batches.</summary>
internal sealed class TableColumn
{
    private readonly Action<int, int, TableColumn> _show;
    private readonly Column _column;
    private readonly IReadOnlyList<UnreadValues> _unread;
    private ulong[] _missing = [];
    private int _missingCount;

    private TableColumn(Column column, ColumnBatch batch, Table table, Action<int, int, TableColumn> show)
    {
        _column = column;
        _show = show;
        _unread = [.. table.Unread.Where(values => values.Column == column.Name)];
        Batch = batch;
    }

    public ColumnBatch Batch { get; }

    public static TableColumn Of(Column column, BatchColumn kind, Table table) => column switch
    {
        BooleanColumn values => Of(values, values.Values, value => value ? "true" : "false", kind, table),
        TimestampColumn times => Of(times, kind, table),
        Int64Column values => Of(values, values.Values, BatchText.Int64, kind, table),
        Float32Column values => Of(values, values.Values, BatchText.Float32, kind, table),
        Float64Column values => Of(values, values.Values, BatchText.Float64, kind, table),
        DateColumn values => Of(values, values.Values, BatchText.Date, kind, table),
        StringColumn texts => Of(texts, kind, table),
        _ => throw new ArgumentException($"Columns of type {column.Type} have no batches.", nameof(column)),
    };

    public void Show(int start, int rows)
    {
        _missing = _column.Missing.Words(start, rows);
        _missingCount = _missing.Sum(word => BitOperations.PopCount(word));
        _show(start, rows, this);
    }

    private static TableColumn Of<T>(Column column, T[] values, Func<T, string> text, BatchColumn kind, Table table)
        where T : unmanaged
    {
        var batch = new ValueBatch<T>(kind, text);
        return new(column, batch, table, (start, rows, self) =>
            batch.Show(values, start, rows, self._missing, self._missingCount, self.Unread(start, rows)));
    }

    private static TableColumn Of(TimestampColumn column, BatchColumn kind, Table table)
    {
        var (batch, ticks) = (new TimestampBatch(kind), Array.ConvertAll(column.Values, time => time.UtcTicks));
        return new(column, batch, table, (start, rows, self) =>
        {
            batch.Clear(rows);
            for (var row = 0; row < rows; row++)
            {
                if (column.Values[start + row].TotalOffsetMinutes is not 0 and var minutes)
                    batch.SetOffset(row, minutes);
            }

            batch.Show(ticks, start, rows, self._missing, self._missingCount, self.Unread(start, rows));
        });
    }

    private static TableColumn Of(StringColumn column, BatchColumn kind, Table table)
    {
        var (batch, texts) = (new TextBatch(kind), new TableTexts(column.Dictionary));
        return new(column, batch, table, (start, rows, self) =>
            batch.Show(column.Values, start, rows, texts, self._missing, self._missingCount));
    }

    // The table kept the texts of the first few fields only.
    private List<UnreadField> Unread(int start, int rows) => [.. _unread
        .SelectMany(values => values.Rows.Select((row, index) => (Row: row, Text: values.Texts.ElementAtOrDefault(index) ?? "", values.NotFinite)))
        .Where(field => field.Row >= start && field.Row < start + rows)
        .OrderBy(field => field.Row)
        .Select(field => new UnreadField(field.Row - start, field.Text, field.NotFinite))];
}
