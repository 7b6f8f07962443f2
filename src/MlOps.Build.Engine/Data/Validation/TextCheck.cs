using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Holds values against a rule on texts: each text of a dictionary is judged once.</summary>
internal sealed class TextCheck(TextRule rule) : ColumnCheck
{
    private ITextDictionary? _dictionary;
    private bool[] _bad = [];
    private int _judged;
    private bool _anyBad;
    private ColumnCheck? _values;

    public override void Add(int block, ColumnBatch column)
    {
        if (column is not TextBatch texts)
        {
            AddValues(block, column);
            return;
        }

        Judge(texts.Dictionary);
        if (!_anyBad)
            return;
        var codes = texts.Codes;
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= 0 && _bad[codes[row]])
                Failing.Add(block, row, column);
        }
    }

    private void Judge(ITextDictionary dictionary)
    {
        if (_dictionary != dictionary)
            (_dictionary, _judged, _anyBad) = (dictionary, 0, false);
        if (_bad.Length < dictionary.Count)
            Array.Resize(ref _bad, Math.Max(dictionary.Count, _bad.Length * 2));
        for (; _judged < dictionary.Count; _judged++)
            _anyBad |= _bad[_judged] = !rule.Holds(dictionary.Utf8(_judged));
    }

    private void AddValues(int block, ColumnBatch column)
    {
        _values ??= column switch
        {
            ValueBatch<bool> => new ValueTextCheck<bool>(rule, Failing),
            ValueBatch<long> => new ValueTextCheck<long>(rule, Failing),
            ValueBatch<int> => new ValueTextCheck<int>(rule, Failing),
            ValueBatch<float> => new ValueTextCheck<float>(rule, Failing),
            ValueBatch<double> => new ValueTextCheck<double>(rule, Failing),
            _ => throw new ArgumentException($"Columns of type {column.Type} have no texts to check.", nameof(column)),
        };
        _values.Add(block, column);
    }
}
