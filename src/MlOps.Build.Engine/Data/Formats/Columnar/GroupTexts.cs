using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Formats.Columnar;

/// <summary>Texts: a file's dictionary may hold one twice, so each group gets one of its own.</summary>
internal sealed class GroupTexts(FileColumnPlan plan, TextBatch batch) : GroupColumn(plan, batch)
{
    private TextDictionary _dictionary = new();
    private int[] _codes = [];

    protected override void Take(ColumnValues values, ulong[] missing)
    {
        var texts = (TextColumnValues)values;
        _dictionary = new TextDictionary();
        var known = new int[texts.EntryCount];
        var codes = texts.Codes.Span;
        _codes = new int[codes.Length];
        for (var row = 0; row < _codes.Length; row++)
        {
            if (codes[row] < 0)
            {
                _codes[row] = -1;
                continue;
            }

            ref var code = ref known[codes[row]];
            if (code == 0)
                code = _dictionary.Find(texts.Entry(codes[row])) + 1;
            _codes[row] = code - 1;
        }
    }

    protected override void Show(int start, int rows, ulong[] missing, int missingCount) =>
        batch.Show(_codes, start, rows, _dictionary, missing, missingCount);
}
