using MlOps.Build.Inference.Interpreter.Learning;

namespace MlOps.Build.Inference.Interpreter.Trees;

/// <summary>TreeEnsembleRegressor.</summary>
internal sealed class TreeRegressorKernel : Kernel
{
    private readonly TreeEnsemble _trees;
    private readonly double[] _base;
    private readonly PostTransform _transform;

    public TreeRegressorKernel(NodeInfo node)
    {
        var aggregate = node.Text("aggregate_function", "SUM") switch
        {
            "SUM" => TreeAggregate.Sum,
            "AVERAGE" => TreeAggregate.Average,
            "MIN" => TreeAggregate.Min,
            "MAX" => TreeAggregate.Max,
            var other => throw node.Fail($"aggregate_function '{other}' is none of SUM, AVERAGE, MIN and MAX"),
        };
        var targets = node.Axis("n_targets", 1);
        if (targets is < 1 or > 1_000_000)
            throw node.Fail($"it has {targets} targets; 1..1000000 are supported");
        _trees = TreeEnsembleReader.Read(node, "target", targets, aggregate);
        _base = Tensors.Numbers(node, "base_values");
        _transform = PostTransforms.Read(node);
        if (_base.Length != 0 && _base.Length != targets)
            throw node.Fail($"it has {_base.Length} base values for {targets} targets");
    }

    public override void Run(NodeCall call)
    {
        var targets = _trees.TargetCount;
        var scores = call.Scratch<double>(Shapes.Area(Tensors.Matrix(call, 0).Rows, targets));
        _trees.Score(call, scores, call.Scratch<bool>(scores.Length));
        for (var i = 0; i < scores.Length; i++)
        {
            if (_trees.Aggregate == TreeAggregate.Average)
                scores[i] /= _trees.Roots.Length;
            if (_base.Length > 0)
                scores[i] += _base[i % targets];
        }

        for (var i = 0; i < scores.Length && targets > 1; i += targets)
            PostTransforms.Apply(_transform, scores.AsSpan(i, targets));
        call.Return(Tensors.Narrowed(call, scores, targets));
    }
}
