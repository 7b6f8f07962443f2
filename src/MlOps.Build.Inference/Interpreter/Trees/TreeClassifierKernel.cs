using MlOps.Build.Inference.Interpreter.Learning;

namespace MlOps.Build.Inference.Interpreter.Trees;

/// <summary>TreeEnsembleClassifier, with ONNX Runtime's reading of what the specification leaves open about two classes.</summary>
internal sealed class TreeClassifierKernel : Kernel
{
    private readonly TreeEnsemble _trees;
    private readonly ClassLabels _labels;
    private readonly double[] _base;
    private readonly PostTransform _transform;
    private readonly bool _weightsArePositive;
    private readonly bool _hasOneScore;

    public TreeClassifierKernel(NodeInfo node)
    {
        _labels = new ClassLabels(node, "classlabels_int64s");
        _base = Tensors.Numbers(node, "base_values");
        _transform = PostTransforms.Read(node);
        if (_labels.Count < 2)
            throw node.Fail("it has one class; a classifier needs two");
        if (_base.Length > _labels.Count)
            throw node.Fail($"it has {_base.Length} base values for {_labels.Count} classes");
        _trees = TreeEnsembleReader.Read(node, "class", _labels.Count, TreeAggregate.Sum);
        _weightsArePositive = Array.TrueForAll(_trees.Weights, weight => weight >= 0);
        _hasOneScore = _labels.Count == 2 && _trees.Targets.Distinct().Count() == 1;
    }

    public override void Run(NodeCall call)
    {
        var count = _labels.Count;
        var rows = Tensors.Matrix(call, 0).Rows;
        var scores = call.Scratch<double>(Shapes.Area(rows, count));
        var scored = call.Scratch<bool>(scores.Length);
        _trees.Score(call, scores, scored);
        var classes = call.Scratch<int>(rows);
        for (var i = 0; i < classes.Length; i++)
        {
            var row = scores.AsSpan(i * count, count);
            classes[i] = count == 2 ? Binary(row, scored.AsSpan(i * count, count)) : Multiclass(row, scored.AsSpan(i * count, count));
        }

        call.Return(0, _labels.Of(call, classes));
        call.Return(1, Tensors.Narrowed(call, scores, count));
    }

    private int Multiclass(Span<double> scores, Span<bool> scored)
    {
        for (var i = 0; i < _base.Length; i++)
        {
            scores[i] += _base[i];
            scored[i] = true;
        }

        var best = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scored[i] && (best < 0 || scores[i] > scores[best]))
                best = i;
        }

        PostTransforms.Apply(_transform, scores);
        return Math.Max(best, 0);
    }

    private int Binary(Span<double> scores, Span<bool> scored)
    {
        var isSingle = _base.Length < 2 && !scored[1];
        if (_base.Length == 2 && scored[1])
        {
            scores[1] = _base[1] + scores[0];
            scores[0] = -scores[1];
        }
        else
        {
            for (var i = 0; i < _base.Length; i++)
                scores[i] += scored[i] ? _base[i] : 0;
        }

        var positive = scored[1] ? scores[1] : scores[0];
        var isPositive = (float)positive > (_hasOneScore && _weightsArePositive ? 0.5 : 0);
        if (isSingle)
            Pair(scores);
        else
            PostTransforms.Apply(_transform, scores);
        return isPositive ? 1 : 0;
    }

    // One score for two classes: a probability when all weights are positive, a margin otherwise.
    private void Pair(Span<double> scores)
    {
        var score = scores[0];
        (scores[0], scores[1]) = _transform == PostTransform.Logistic
            ? (DeterministicMath.Sigmoid(-score), DeterministicMath.Sigmoid(score))
            : (_hasOneScore && _weightsArePositive ? 1 - score : -score, score);
    }
}
