using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads values of a fixed size. A field that does not parse is missing and listed as unread.</summary>
internal abstract class ValueReader<T>(ValueBatch<T> batch, MissingMarkers markers, T blank) : ColumnReader(markers)
    where T : unmanaged
{
    private List<UnreadField>? _unread;

    public sealed override ColumnBatch Batch => batch;

    protected T[] Values { get; private set; } = [];

    protected sealed override void Fill(in BlockRows rows, int column)
    {
        if (Values.Length < rows.Count)
            Values = new T[Math.Max(rows.Count, Values.Length * 2)];
        _unread = null;
        FillValues(rows, column);
        batch.Show(Values, 0, rows.Count, Missing, MissingCount, _unread ?? (IReadOnlyList<UnreadField>)[]);
    }

    protected abstract void FillValues(in BlockRows rows, int column);

    protected abstract ParseOutcome Parse(int row, ReadOnlySpan<byte> content, out T value);

    /// <summary>Reads a field that is not of the common form.</summary>
    protected void ReadRare(int row, ReadOnlySpan<byte> raw)
    {
        Values[row] = blank;
        if (Markers.Match(raw))
        {
            SetMissing(row);
            return;
        }

        var field = RawField.Of(raw);
        var outcome = Parse(row, field.Content, out var value);
        if (outcome == ParseOutcome.Parsed)
        {
            Values[row] = value;
            return;
        }

        SetMissing(row);
        (_unread ??= []).Add(new UnreadField(row, field.Text(), outcome == ParseOutcome.NotFinite));
    }
}
