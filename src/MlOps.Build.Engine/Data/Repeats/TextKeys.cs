using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>Keys of texts, found once for each text of a dictionary.</summary>
internal sealed class TextKeys(ulong seed)
{
    private ITextDictionary? _dictionary;
    private ulong[] _keys = [];
    private int _known;

    public void Fill(TextBatch texts, Span<ulong> keys)
    {
        Know(texts.Dictionary);
        var codes = texts.Codes;
        for (var row = 0; row < codes.Length; row++)
            keys[row] = codes[row] < 0 ? 0 : _keys[codes[row]];
    }

    private void Know(ITextDictionary dictionary)
    {
        if (_dictionary != dictionary)
            (_dictionary, _known) = (dictionary, 0);
        if (_keys.Length < dictionary.Count)
            Array.Resize(ref _keys, Math.Max(dictionary.Count, _keys.Length * 2));
        for (; _known < dictionary.Count; _known++)
            _keys[_known] = TextHash.Of(dictionary.Utf8(_known), seed);
    }
}
