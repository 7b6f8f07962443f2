using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads texts: by a dictionary while few differ, then as they stand in each block.</summary>
internal sealed class TextReader(BatchColumn column, MissingMarkers markers, int limit) : ColumnReader(markers)
{
    private readonly TextBatch _batch = new(column);
    private TextDictionary? _dictionary = new();
    private int[] _codes = [];

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
        for (var row = 0; row < rows.Count; row++, at = ref Unsafe.Add(ref at, rows.Stride))
        {
            var start = at + 1;
            var raw = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref first, start), Unsafe.Add(ref at, 1) - start);
            if (Markers.Match(raw))
            {
                _codes[row] = -1;
                SetMissing(row);
            }
            else
            {
                _codes[row] = raw[0] == '"' ? dictionary.Code(RawField.Of(raw)) : dictionary.Find(raw);
            }
        }

        _batch.Show(_codes, 0, rows.Count, dictionary, Missing, MissingCount);
    }

    private void Show(in BlockRows rows, int column)
    {
        var texts = new BlockTexts(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            var raw = rows.Field(row, column);
            _codes[row] = row;
            if (Markers.Match(raw))
            {
                _codes[row] = -1;
                SetMissing(row);
            }

            texts.Add(RawField.Of(raw));
        }

        _batch.Show(_codes, 0, rows.Count, texts, Missing, MissingCount);
    }
}
