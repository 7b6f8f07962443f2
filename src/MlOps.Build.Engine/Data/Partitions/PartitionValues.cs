using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Partitions;

/// <summary>Values of a fixed size. A text that is no value of the column is missing and unread in each row, as a field would be.</summary>
internal class PartitionValues<T>(ValueBatch<T> batch, string?[] texts, FieldParse<T> parse, T blank) : PartitionColumn
    where T : unmanaged
{
    private T[] _values = [];
    private string? _unread;
    private bool _isMissing;
    private bool _isNotFinite;

    public sealed override ColumnBatch Batch => batch;

    protected sealed override void Take(int file, int rows)
    {
        if (_values.Length < rows)
            _values = new T[rows];
        var (text, value) = (texts[file], blank);
        var outcome = string.IsNullOrEmpty(text) ? ParseOutcome.Mismatch : Parse(text, parse, out value);
        _isMissing = outcome != ParseOutcome.Parsed;
        _isNotFinite = outcome == ParseOutcome.NotFinite;
        _unread = _isMissing && !string.IsNullOrEmpty(text) ? text : null;
        Array.Fill(_values, _isMissing ? blank : value);
    }

    protected override void Show(int rows) => batch.Show(
        _values, 0, rows, Missing(rows, _isMissing), _isMissing ? rows : 0,
        _unread is null ? [] : [.. Enumerable.Range(0, rows).Select(row => new UnreadField(row, _unread, _isNotFinite))]);
}
