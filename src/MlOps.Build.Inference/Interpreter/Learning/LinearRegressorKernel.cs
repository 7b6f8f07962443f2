namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>LinearRegressor.</summary>
internal sealed class LinearRegressorKernel(NodeInfo node) : Kernel
{
    private readonly LinearScores _scores = new(node, node.Axis("targets", 1));
    private readonly PostTransform _transform = PostTransforms.Read(node);

    public override void Run(NodeCall call)
    {
        var scores = _scores.Of(call);
        var targets = _scores.Targets;
        for (var i = 0; i < scores.Length; i += targets)
            PostTransforms.Apply(_transform, scores.AsSpan(i, targets));
        call.Return(Tensors.Narrowed(call, scores, targets));
    }
}
