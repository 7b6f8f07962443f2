using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>
/// A test on texts. Each text of a dictionary is judged once; values of other types are judged as Python's <c>str</c> writes them.
/// </summary>
internal sealed class TextTest(Func<string, bool> holds, params SearchPattern[] patterns) : ValueTest
{
    public override string? Fault => patterns.Select(pattern => pattern.Fault).FirstOrDefault(fault => fault is not null);

    public override ValueProbe Start() => new Probe(holds);

    private sealed class Probe(Func<string, bool> judge) : ValueProbe
    {
        // Enough to help where values repeat, and no more than a few megabytes where they do not.
        private const int MostRemembered = 1 << 17;
        private readonly Dictionary<long, bool> _byKey = [];
        private ITextDictionary? _dictionary;
        private byte[] _byCode = [];
        private int _judged;

        public override void Mark(BatchView view, int column, Span<ulong> holds)
        {
            if (view.Column(column) is TextBatch texts)
                MarkCodes(texts, holds);
            else
                MarkKeys(view, column, holds);
        }

        private void MarkCodes(TextBatch texts, Span<ulong> holds)
        {
            JudgeNew(texts.Dictionary);
            var codes = texts.Codes;
            for (var word = 0; word < holds.Length; word++)
            {
                var block = codes[(word << 6)..Math.Min(codes.Length, (word + 1) << 6)];
                var missing = texts.Missing[word];
                var bits = 0UL;
                for (var i = 0; i < block.Length; i++)
                {
                    if ((missing >> i & 1) == 0)
                        bits |= (ulong)_byCode[block[i]] << i;
                }

                holds[word] = bits;
            }
        }

        private void JudgeNew(ITextDictionary dictionary)
        {
            if (!ReferenceEquals(dictionary, _dictionary))
                (_dictionary, _judged) = (dictionary, 0);
            if (_byCode.Length < dictionary.Count)
                Array.Resize(ref _byCode, Math.Max(dictionary.Count, _byCode.Length * 2));
            for (; _judged < dictionary.Count; _judged++)
                _byCode[_judged] = (byte)(judge(dictionary.Text(_judged)) ? 1 : 0);
        }

        private void MarkKeys(BatchView view, int column, Span<ulong> holds)
        {
            var batch = view.Column(column);
            var keys = view.Keys(column);
            holds.Clear();
            for (var row = 0; row < keys.Length; row++)
            {
                if (batch.IsMissing(row))
                    continue;
                if (!_byKey.TryGetValue(keys[row], out var good))
                    Remember(keys[row], good = judge(PythonText.Of(batch.Type, keys[row])));
                if (good)
                    holds[row >> 6] |= 1UL << (row & 63);
            }
        }

        private void Remember(long key, bool good)
        {
            if (_byKey.Count == MostRemembered)
                _byKey.Clear();
            _byKey.Add(key, good);
        }
    }
}
