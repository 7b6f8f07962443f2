namespace MlOps.Build.Inference.Interpreter.Text;

/// <summary>TfIdfVectorizer over words that are texts or numbers: how often each n-gram of a pool occurs, weighted on request.</summary>
internal sealed class TfIdfVectorizerKernel<T> : Kernel
    where T : notnull
{
    private readonly NgramPool<T> _pool = new();
    private readonly bool _counts;
    private readonly float[] _weights;
    private readonly (int Least, int Most) _lengths;
    private readonly int _farthest;
    private readonly int _width;

    public TfIdfVectorizerKernel(NodeInfo node, T[] pool)
    {
        var mode = node.Text("mode", "");
        if (mode is not ("TF" or "IDF" or "TFIDF"))
            throw node.Fail($"'mode' is '{mode}', not TF, IDF or TFIDF");
        _counts = mode != "IDF";
        _lengths = (node.Axis("min_gram_length", 0), node.Axis("max_gram_length", 0));
        _farthest = (int)Math.Clamp(node.Int("max_skip_count", 0), 0, int.MaxValue - 1L) + 1;
        var (starts, outputs) = (node.Ints("ngram_counts"), node.Ints("ngram_indexes"));
        if (_lengths.Least < 1 || _lengths.Most < _lengths.Least || _lengths.Most > starts.Length || pool.Length == 0)
            throw node.Fail($"its pool does not hold n-grams of {_lengths.Least} to {_lengths.Most} words");
        if (outputs.Length == 0 || outputs.Any(output => output is < 0 or >= Shapes.LargestLength))
            throw node.Fail("'ngram_indexes' does not name an output for each n-gram");
        _width = checked((int)outputs.Max() + 1);
        Fill(node, pool, starts, outputs);

        // ONNX Runtime takes a weight by output, not by n-gram; they are the same where outputs are in the order of the pool.
        _weights = mode == "TF" ? [] : node.Floats("weights");
        if (_weights.Length > 0 && _weights.Length != _width)
            throw node.Fail($"it has {_weights.Length} weights for {_width} outputs");
    }

    private void Fill(NodeInfo node, T[] pool, long[] starts, long[] outputs)
    {
        var number = 0;
        for (var length = 1; length <= starts.Length; length++)
        {
            var (start, end) = (starts[length - 1], length < starts.Length ? starts[length] : pool.Length);
            if (start < 0 || end < start || end > pool.Length || (end - start) % length != 0)
                throw node.Fail($"'ngram_counts' does not divide its pool into n-grams of {length} words");
            for (var at = (int)start; at < end; at += length, number++)
            {
                if (number >= outputs.Length)
                    throw node.Fail("'ngram_indexes' does not name an output for each n-gram");
                var wanted = length >= _lengths.Least && length <= _lengths.Most;
                if (wanted && !_pool.Add(pool.AsSpan(at, length), (int)outputs[number]))
                    throw node.Fail($"its pool has the n-gram '{string.Join(" ", pool.Skip(at).Take(length))}' twice");
            }
        }
    }

    public override void Run(NodeCall call)
    {
        var shape = call[0].Sizes;
        if (shape.Length is not (1 or 2))
            throw call.Node.Fail($"its input has the shape {Shapes.Text(shape)}, not [C] or [N, C]");
        var (rows, width) = shape is [var one] ? (1, one) : (shape[0], shape[1]);
        var result = shape.Length == 1 ? call.New<float>([_width]) : call.New<float>(rows, _width);
        result.Values.AsSpan().Clear();
        var words = call.Scratch<int>(width);
        for (var row = 0; row < rows; row++)
        {
            Read(call, row * width, words);
            var counts = result.Values.AsSpan(row * _width, _width);
            Count(words, counts);
            Weigh(counts);
        }

        call.Return(result);
    }

    private void Read(NodeCall call, int from, int[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = call[0] switch
            {
                Tensor<T> x => _pool.Word(x.Values[from + i]),
                Tensor<int> x when _pool is NgramPool<long> pool => pool.Word(x.Values[from + i]),
                _ => throw call.Unsupported(0),
            };
        }
    }

    // One word has no distance to the next, so it is counted once whatever may be skipped.
    private void Count(int[] words, Span<float> counts)
    {
        // Words that are farther apart than the text is long do not meet.
        var farthest = Math.Min(_farthest, Math.Max(1, words.Length));
        for (var distance = 1; distance <= farthest; distance++)
        {
            for (var start = 0; start < words.Length; start++)
            {
                var node = NgramPool<T>.Root;
                for (var (length, at) = (1, start); length <= _lengths.Most && at < words.Length; length++, at += distance)
                {
                    node = _pool.Next(node, words[at]);
                    if (node < 0)
                        break;
                    if (length >= _lengths.Least && (length > 1 || distance == 1) && _pool.Output(node) is var output and >= 0)
                        counts[output]++;
                }
            }

            if (_lengths.Most == 1)
                return;
        }
    }

    private void Weigh(Span<float> counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            var count = _counts ? counts[i] : Math.Min(counts[i], 1);
            counts[i] = _weights.Length == 0 ? count : count * _weights[i];
        }
    }
}
