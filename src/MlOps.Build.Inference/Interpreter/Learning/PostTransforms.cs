namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>Reads and applies <see cref="PostTransform"/>.</summary>
internal static class PostTransforms
{
    public static PostTransform Read(NodeInfo node) => node.Text("post_transform", "NONE") switch
    {
        "NONE" => PostTransform.None,
        "LOGISTIC" => PostTransform.Logistic,
        "SOFTMAX" => PostTransform.Softmax,
        "SOFTMAX_ZERO" => PostTransform.SoftmaxZero,
        var other => throw node.Fail($"post_transform '{other}' is not one that the managed interpreter has. {NodeInfo.WayOut}"),
    };

    public static void Apply(PostTransform transform, Span<double> scores)
    {
        switch (transform)
        {
            case PostTransform.Logistic:
                foreach (ref var score in scores)
                    score = DeterministicMath.Sigmoid(score);
                break;
            case PostTransform.Softmax:
                DeterministicMath.Softmax(scores);
                break;
            case PostTransform.SoftmaxZero:
                SoftmaxZero(scores);
                break;
            default:
                break;
        }
    }

    // Softmax in which a score of 0 (to 1e-7, as ONNX Runtime has it) stays 0 and takes no part in the sum.
    private static void SoftmaxZero(Span<double> scores)
    {
        var largest = double.MinValue;
        foreach (var score in scores)
            largest = Math.Max(largest, score);
        var sum = 0.0;
        foreach (ref var score in scores)
        {
            var isZero = Math.Abs(score) <= 1e-7;
            score = isZero ? score * DeterministicMath.Exp(-largest) : DeterministicMath.Exp(score - largest);
            sum += isZero ? 0 : score;
        }

        foreach (ref var score in scores)
            score /= sum;
    }
}
