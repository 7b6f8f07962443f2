namespace MlOps.Build.Inference.Interpreter.Text;

/// <summary>The n-grams that a TfIdfVectorizer knows, as a tree by their words: a longer one goes on where a shorter one ended.</summary>
internal sealed class NgramPool<T>
    where T : notnull
{
    public const int Root = 0;
    private readonly Dictionary<T, int> _words = [];
    private readonly Dictionary<(int Node, int Word), int> _next = [];
    private readonly List<int> _outputs = [-1];

    /// <summary>Adds an n-gram; false when it is known.</summary>
    public bool Add(ReadOnlySpan<T> words, int output)
    {
        var node = Root;
        foreach (var word in words)
        {
            if (!_words.TryGetValue(word, out var number))
                _words.Add(word, number = _words.Count);
            if (!_next.TryGetValue((node, number), out var next))
            {
                _next.Add((node, number), next = _outputs.Count);
                _outputs.Add(-1);
            }

            node = next;
        }

        if (_outputs[node] >= 0)
            return false;
        _outputs[node] = output;
        return true;
    }

    /// <summary>The number of a word, -1 when no n-gram has it.</summary>
    public int Word(T word) => _words.GetValueOrDefault(word, -1);

    /// <summary>Where a further word leads, -1 when nowhere.</summary>
    public int Next(int node, int word) => word >= 0 && _next.TryGetValue((node, word), out var next) ? next : -1;

    /// <summary>The output that counts what ends here, -1 when it is no n-gram of the pool.</summary>
    public int Output(int node) => _outputs[node];
}
