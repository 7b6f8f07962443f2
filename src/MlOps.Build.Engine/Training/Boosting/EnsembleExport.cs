using MlOps.Build.Engine.Training.Boosting.Objectives;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// Writes an ensemble as ONNX. Scores come from <c>TreeEnsembleRegressor</c> and probabilities from <c>Sigmoid</c> or <c>Softmax</c> after
/// it, not from <c>TreeEnsembleClassifier</c>: with two classes and no negative leaf, ONNX Runtime takes that operator's scores for
/// probabilities and leaves the logistic function out.
/// </summary>
internal static class EnsembleExport
{
    public static byte[] Write(Ensemble ensemble, ScoreLink link)
    {
        var graph = new HeadGraph(ensemble.Bins.Count);
        var scores = TreeNodes.AddTo(graph.Builder, ensemble);
        return link switch
        {
            ScoreLink.Identity => graph.WithPrediction(scores),
            ScoreLink.Exponential => graph.WithPrediction(graph.Builder.AddNode("Exp", [scores])),
            ScoreLink.Softmax => graph.WithProbabilities(graph.Builder.AddNode("Softmax", [scores], ("axis", 1L)), ensemble.Outputs),
            _ => graph.WithProbabilities(Logistic(graph, scores), 2),
        };
    }

    // A product with [-1, 1] gives the scores of both classes exactly.
    private static string Logistic(HeadGraph graph, string scores)
    {
        var signs = graph.Builder.AddConstant("signs", [-1f, 1f], 1, 2);
        return graph.Builder.AddNode("Sigmoid", [graph.Builder.AddNode("MatMul", [scores, signs])]);
    }
}
