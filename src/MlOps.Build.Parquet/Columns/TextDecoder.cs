using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>A column of texts: the dictionary's entries first, then those that pages wrote out.</summary>
internal sealed class TextDecoder(int rowCount, TextSource source, int mostBytes) : ColumnDecoder(rowCount)
{
    private readonly TextBuffer _texts = new(mostBytes);
    private readonly RowBuffer<int> _codes = new(rowCount);
    private int _dictionaryCount = -1;

    public override void ReadDictionary(ReadOnlySpan<byte> content, int count)
    {
        source.Append(ValueEncoding.Plain, content, source.CheckedCount(content.Length, count), _texts);
        _dictionaryCount = count;
    }

    public override void ReadPage(ValueEncoding encoding, ReadOnlySpan<byte> content, int rows, int missing)
    {
        var firstRow = Validity.Count - rows;
        var target = _codes.Room(firstRow, rows);
        if (missing < rows)
            ReadCodes(encoding, content, target[..(rows - missing)]);
        if (missing > 0)
            Spread(target, firstRow, missing, -1);
    }

    public override ColumnValues Finish() =>
        new TextColumnValues(
            _codes.Rows(Validity.Count), _texts.Content, _texts.Ends, Validity.MissingCount, Validity.ToMemory(), _codes);

    public override void Dispose() => _codes.Dispose();

    private void ReadCodes(ValueEncoding encoding, ReadOnlySpan<byte> content, Span<int> codes)
    {
        if (encoding is ValueEncoding.PlainDictionary or ValueEncoding.RleDictionary)
        {
            if (_dictionaryCount < 0)
                Faults.Page("a page refers to a dictionary before there is one");
            DictionaryCodes.Decode(content, _dictionaryCount, codes);
            return;
        }

        var first = _texts.Count;
        source.Append(encoding, content, codes.Length, _texts);
        for (var i = 0; i < codes.Length; i++)
            codes[i] = first + i;
    }
}
