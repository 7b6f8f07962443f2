namespace MlOps.Build.Engine.Data.Patterns;

/// <summary>A simple pattern as a table: one look-up a byte. Texts beyond ASCII are left to the framework's expressions.</summary>
internal sealed class BytePattern
{
    private const int Codes = 128;
    private const int Most = 256;
    private readonly byte[] _next;
    private readonly bool[] _accepts;

    private BytePattern(byte[] next, bool[] accepts) => (_next, _accepts) = (next, accepts);

    /// <summary>Null when the pattern is not simple, or needs too many states.</summary>
    public static BytePattern? Of(string pattern) =>
        PatternParser.Parse(pattern) is { } node && PatternStates.Of(node) is { } states ? Table(states) : null;

    /// <summary>Whether the whole text matches; null when it holds a byte beyond ASCII before that is decided.</summary>
    public bool? Match(ReadOnlySpan<byte> text)
    {
        var state = 1;
        foreach (var value in text)
        {
            if (value >= Codes)
                return null;
            state = _next[(state * Codes) + value];
            if (state == 0)
                return false;
        }

        return _accepts[state];
    }

    // State 0 is the one from which nothing matches, 1 the start.
    private static BytePattern? Table(PatternStates states)
    {
        var sets = new List<ulong[]> { new ulong[Words(states)], Closed(states, states.Start) };
        var rows = new List<byte[]> { new byte[Codes] };
        for (var state = 1; state < sets.Count; state++)
        {
            var row = new byte[Codes];
            for (var code = 0; code < Codes; code++)
            {
                if (IndexOf(sets, After(states, sets[state], code)) is var next && next >= Most)
                    return null;
                row[code] = (byte)next;
            }

            rows.Add(row);
        }

        var table = new byte[rows.Count * Codes];
        for (var i = 0; i < rows.Count; i++)
            rows[i].CopyTo(table, i * Codes);
        return new BytePattern(table, Array.ConvertAll(sets.ToArray(), set => (set[0] & 1) != 0));
    }

    private static int Words(PatternStates states) => (states.Count + 63) / 64;

    private static ulong[] Closed(PatternStates states, int state)
    {
        var set = new ulong[Words(states)];
        states.Close(state, set);
        return set;
    }

    private static ulong[] After(PatternStates states, ulong[] set, int code)
    {
        var after = new ulong[set.Length];
        for (var word = 0; word < set.Length; word++)
        {
            for (var bits = set[word]; bits != 0; bits &= bits - 1)
            {
                var state = (word * 64) + System.Numerics.BitOperations.TrailingZeroCount(bits);
                if (states.Takes(state, code))
                    states.Close(states.After(state), after);
            }
        }

        return after;
    }

    private static int IndexOf(List<ulong[]> sets, ulong[] set)
    {
        for (var i = 0; i < sets.Count; i++)
        {
            if (sets[i].AsSpan().SequenceEqual(set))
                return i;
        }

        sets.Add(set);
        return sets.Count - 1;
    }
}
