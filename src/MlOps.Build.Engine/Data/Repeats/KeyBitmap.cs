using System.Numerics;

namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>Integers that lie close together, one bit each and a second for those that come again.</summary>
internal sealed class KeyBitmap
{
    private const int Words = 1024;
    private const int BytesOfChunk = Words * 2 * 8;
    private readonly Dictionary<ulong, ulong[]> _chunks = [];
    private ulong _last;
    private ulong[] _chunk = [];

    public long Count { get; private set; }

    /// <summary>True while a bitmap takes less room than a list of the keys would.</summary>
    public bool IsDense => (long)_chunks.Count * BytesOfChunk <= (Count * 8) + (1 << 18);

    public void Add(ulong key)
    {
        if (key >> 16 != _last || _chunk.Length == 0)
            Turn(key >> 16);
        var (word, bit) = ((int)(key >> 6) & (Words - 1), 1UL << (int)(key & 63));
        _chunk[Words + word] |= _chunk[word] & bit;
        _chunk[word] |= bit;
        Count++;
    }

    /// <summary>Takes the other's integers in.</summary>
    public void Merge(KeyBitmap other)
    {
        foreach (var (number, theirs) in other._chunks)
        {
            Turn(number);
            for (var word = 0; word < Words; word++)
            {
                _chunk[Words + word] |= theirs[Words + word] | (_chunk[word] & theirs[word]);
                _chunk[word] |= theirs[word];
            }
        }
    }

    /// <summary>The integers that came more than once.</summary>
    public IEnumerable<ulong> Repeated() => Keys(Words);

    /// <summary>All of them; those that came more than once twice.</summary>
    public IEnumerable<ulong> Each() => Keys(0).Concat(Keys(Words));

    private IEnumerable<ulong> Keys(int offset)
    {
        foreach (var (number, chunk) in _chunks)
        {
            for (var word = 0; word < Words; word++)
            {
                for (var bits = chunk[offset + word]; bits != 0; bits &= bits - 1)
                    yield return (number << 16) | ((ulong)word << 6) | (uint)BitOperations.TrailingZeroCount(bits);
            }
        }
    }

    private void Turn(ulong number)
    {
        if (!_chunks.TryGetValue(number, out var chunk))
            _chunks.Add(number, chunk = new ulong[Words * 2]);
        (_last, _chunk) = (number, chunk);
    }
}
