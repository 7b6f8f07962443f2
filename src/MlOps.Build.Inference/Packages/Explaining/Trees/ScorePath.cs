using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference;

/// <summary>How one output of a model follows from one score of its trees.</summary>
/// <param name="Target">The score.</param>
/// <param name="Sign">1 when the output rises with it, -1 when it falls.</param>
/// <param name="Scale">Whether the output is the score, give or take a constant, or a function of it.</param>
internal readonly record struct ScorePath(int Target, int Sign, ExplanationScale Scale)
{
    // What float32 shares of a forest may add up to beyond 0 and 1.
    private const double Rounding = 1e-4;

    /// <summary>Null when nobody who made the graph is known to have meant one score by the output.</summary>
    /// <param name="ways">The graph.</param>
    /// <param name="trees">Its trees.</param>
    /// <param name="output">The output's name.</param>
    /// <param name="column">Which of its columns.</param>
    public static ScorePath? Find(GraphWays ways, SummedTrees trees, string output, int column) =>
        ways.ComesFrom(trees.Node, output) ? Same(ways, trees, output, column) ?? Linked(ways, trees, column) : null;

    // Differences of the output are differences of the score.
    private static ScorePath? Same(GraphWays ways, SummedTrees trees, string value, int column)
    {
        var maker = ways.MakerOf(value);
        if (maker is null)
            return null;
        if (ReferenceEquals(maker, trees.Node))
            return column < trees.Trees.Ensemble.TargetCount ? new ScorePath(column, 1, ExplanationScale.Output) : null;
        return maker.Operator switch
        {
            "Clip" when IsIdle(ways, trees, maker, column) => Same(ways, trees, maker.Inputs[0], column),
            "Concat" when trees.Trees.Ensemble.TargetCount == 1 && column < maker.Inputs.Count => Same(ways, trees, maker.Inputs[column], 0),
            "Sub" when ways.Constant(maker.Inputs[0]) is [_] && Same(ways, trees, maker.Inputs[1], column) is { } path => path with { Sign = -path.Sign },
            _ => null,
        };
    }

    // A clip that cuts off nothing but rounding errors.
    private static bool IsIdle(GraphWays ways, SummedTrees trees, OnnxNode clip, int column)
    {
        if (clip.Inputs.Count < 3 || ways.Constant(clip.Inputs[1]) is not [var floor] || ways.Constant(clip.Inputs[2]) is not [var ceiling])
            return false;
        var (least, most) = trees.Bounds(column);
        return least > floor - Rounding && most < ceiling + Rounding;
    }

    private static ScorePath? Linked(GraphWays ways, SummedTrees trees, int column)
    {
        var score = trees.Node.Outputs[0];
        if (ways.ReadersOf(score) is not [var reader])
            return null;
        var targets = trees.Trees.Ensemble.TargetCount;
        return reader.Operator switch
        {
            "Exp" when targets == 1 => new ScorePath(0, 1, ExplanationScale.Score),
            "Softmax" when column < targets => new ScorePath(column, 1, ExplanationScale.Score),
            "MatMul" when targets == 1 && reader.Inputs[0] == score && ways.Constant(reader.Inputs[1]) is [-1, 1]
                && ways.ReadersOf(reader.Outputs[0]) is [{ Operator: "Sigmoid" }] =>
                new ScorePath(0, column == 1 ? 1 : -1, ExplanationScale.Score),
            _ => null,
        };
    }
}
