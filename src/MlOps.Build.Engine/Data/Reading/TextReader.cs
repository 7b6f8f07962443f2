using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads texts: by a dictionary while few differ, then as they stand in each block.</summary>
internal sealed class TextReader(BatchColumn column, MissingMarkers markers, int limit) : ColumnReader(markers)
{
    private readonly TextBatch _batch = new(column);
    private TextDictionary? _dictionary = new();
    private readonly List<byte[]> _undone = [];
    private int[] _codes = [];
    private int[] _starts = [];
    private int[] _lengths = [];

    public override ColumnBatch Batch => _batch;

    protected override void Fill(in BlockRows rows, int column)
    {
        if (_codes.Length < rows.Count)
            _codes = new int[Math.Max(rows.Count, _codes.Length * 2)];
        if (_dictionary?.Count > limit)
            _dictionary = null;
        if (_dictionary is { } dictionary)
            Look(rows, column, dictionary);
        else
            Show(rows, column);
    }

    private void Look(in BlockRows rows, int column, TextDictionary dictionary)
    {
        ref var first = ref MemoryMarshal.GetReference(rows.Bytes);
        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Ends), rows.First + column);
        var codes = _codes;
        for (var row = 0; row < rows.Count; row++, at = ref Unsafe.Add(ref at, rows.Stride))
        {
            var start = at + 1;
            var raw = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref first, start), Unsafe.Add(ref at, 1) - start);
            if (Markers.Match(raw))
            {
                codes[row] = -1;
                SetMissing(row);
            }
            else
            {
                codes[row] = raw[0] == '"' ? dictionary.Code(RawField.Of(raw)) : dictionary.Find(raw);
            }
        }

        _batch.Show(codes, 0, rows.Count, dictionary, Missing, MissingCount);
    }

    private void Show(in BlockRows rows, int column)
    {
        if (_starts.Length < rows.Count)
            (_starts, _lengths) = (new int[rows.Count + (rows.Count / 4)], new int[rows.Count + (rows.Count / 4)]);
        _undone.Clear();
        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Ends), rows.First + column);
        var codes = _codes;
        var bytes = rows.Bytes;
        for (var row = 0; row < rows.Count; row++, at = ref Unsafe.Add(ref at, rows.Stride))
        {
            var (start, end) = (at + 1, Unsafe.Add(ref at, 1));
            (codes[row], _starts[row], _lengths[row]) = (row, start, end - start);
            if (Markers.Match(bytes[start..end]))
            {
                codes[row] = -1;
                SetMissing(row);
            }
            else if (bytes[start] == '"')
            {
                Undo(row, RawField.Of(bytes[start..end]));
            }
        }

        _batch.Show(codes, 0, rows.Count, new BlockTexts(rows.Array, _starts, _lengths, rows.Count, _undone), Missing, MissingCount);
    }

    private void Undo(int row, in CsvField field)
    {
        if (!field.Escaped)
        {
            if (field.Quoted)
                (_starts[row], _lengths[row]) = (_starts[row] + 1, field.Content.Length);
            return;
        }

        var content = new byte[field.Content.Length];
        _starts[row] = ~_undone.Count;
        _undone.Add(content[..field.CopyTo(content)]);
    }
}
