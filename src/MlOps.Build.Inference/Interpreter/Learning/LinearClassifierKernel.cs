namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>LinearClassifier: the class of the largest score, and the scores after <c>post_transform</c>.</summary>
internal sealed class LinearClassifierKernel : Kernel
{
    private readonly ClassLabels _labels;
    private readonly LinearScores _scores;
    private readonly PostTransform _transform;
    private readonly bool _isBinary;

    public LinearClassifierKernel(NodeInfo node)
    {
        _labels = new ClassLabels(node, "classlabels_ints");
        var targets = Math.Max(1, node.Floats("intercepts").Length);
        _scores = new LinearScores(node, targets);
        _transform = PostTransforms.Read(node);
        _isBinary = targets == 1 && _labels.Count == 2;
        if (targets != _labels.Count && !_isBinary)
            throw node.Fail($"it has {targets} intercepts for {_labels.Count} classes");
    }

    public override void Run(NodeCall call)
    {
        var scores = _scores.Of(call);
        var targets = _scores.Targets;
        var rows = scores.Length / targets;
        var classes = call.Scratch<int>(rows);
        var width = _isBinary ? 2 : targets;
        var output = call.New<float>(rows, width);
        for (var i = 0; i < rows; i++)
        {
            var row = scores.AsSpan(i * targets, targets);
            classes[i] = _isBinary ? ((float)row[0] > 0 ? 1 : 0) : Largest(row);
            Write(row, output.Values.AsSpan(i * width, width));
        }

        call.Return(0, _labels.Of(call, classes));
        call.Return(1, output);
    }

    private void Write(Span<double> scores, Span<float> output)
    {
        if (_isBinary)
        {
            var positive = _transform == PostTransform.Logistic ? DeterministicMath.Sigmoid(scores[0]) : scores[0];
            (output[0], output[1]) = ((float)(1 - positive), (float)positive);
            return;
        }

        PostTransforms.Apply(_transform, scores);
        for (var j = 0; j < output.Length; j++)
            output[j] = (float)scores[j];
    }

    private static int Largest(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return best;
    }
}
