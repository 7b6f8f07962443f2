namespace MlOps.Build.Engine.Data.Patterns;

/// <summary>The nondeterministic automaton of a pattern (Thompson, 1968). State 0 accepts.</summary>
internal sealed class PatternStates
{
    private const int Most = 1024;
    private readonly List<CharSet?> _sets = [null];
    private readonly List<int[]> _next = [[]];

    private PatternStates()
    {
    }

    public int Count => _sets.Count;

    public int Start { get; private set; }

    /// <summary>Null when there would be too many states.</summary>
    public static PatternStates? Of(PatternNode node)
    {
        var states = new PatternStates();
        states.Start = states.Add(node, 0);
        return states.Count <= Most ? states : null;
    }

    /// <summary>Adds a state and those that it reaches without a character.</summary>
    public void Close(int state, ulong[] into)
    {
        if ((into[state >> 6] >> (state & 63) & 1) != 0)
            return;
        into[state >> 6] |= 1UL << (state & 63);
        if (_sets[state] is not null)
            return;
        foreach (var next in _next[state])
            Close(next, into);
    }

    /// <summary>Whether a state takes a character.</summary>
    public bool Takes(int state, int code) => _sets[state]?.Contains(code) == true;

    /// <summary>The state after the character that a state takes.</summary>
    public int After(int state) => _next[state][0];

    private int Add(PatternNode node, int next)
    {
        if (Count > Most)
            return next;
        return node switch
        {
            PatternNode.Character character => Add(character.Set, [next]),
            PatternNode.Sequence sequence => Add(sequence, next),
            PatternNode.Choice choice => Add(choice, next),
            PatternNode.Repeat repeat => Add(repeat, next),
            _ => throw new ArgumentException($"{node.GetType().Name} has no states.", nameof(node)),
        };
    }

    private int Add(CharSet? set, int[] next)
    {
        _sets.Add(set);
        _next.Add(next);
        return Count - 1;
    }

    private int Add(PatternNode.Sequence sequence, int next)
    {
        for (var i = sequence.Parts.Count - 1; i >= 0; i--)
            next = Add(sequence.Parts[i], next);
        return next;
    }

    private int Add(PatternNode.Choice choice, int next)
    {
        var starts = new int[choice.Parts.Count];
        for (var i = 0; i < starts.Length; i++)
            starts[i] = Add(choice.Parts[i], next);
        return Add((CharSet?)null, starts);
    }

    private int Add(PatternNode.Repeat repeat, int next)
    {
        if (repeat.Most is not { } most)
        {
            var branches = new[] { next, next };
            next = Add((CharSet?)null, branches);
            branches[0] = Add(repeat.Part, next);
        }
        else
        {
            var end = next;
            for (var i = repeat.Least; i < most && Count <= Most; i++)
                next = Add((CharSet?)null, [Add(repeat.Part, next), end]);
        }

        for (var i = 0; i < repeat.Least && Count <= Most; i++)
            next = Add(repeat.Part, next);
        return next;
    }
}
