using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// Writes an ensemble as ONNX. Scores come from <c>TreeEnsembleRegressor</c> and probabilities from <c>Sigmoid</c> or <c>Softmax</c> after
/// it, not from <c>TreeEnsembleClassifier</c>: with two classes and no negative leaf, ONNX Runtime takes that operator's scores for
/// probabilities and leaves the logistic function out.
/// </summary>
internal static class EnsembleExport
{
    public static byte[] Write(Ensemble ensemble, LearningTask task)
    {
        var graph = new HeadGraph(ensemble.Bins.Count);
        var scores = TreeNodes.AddTo(graph.Builder, ensemble);
        if (task == LearningTask.Regression)
            return graph.WithPrediction(scores);
        if (task == LearningTask.Multiclass)
            return graph.WithProbabilities(graph.Builder.AddNode("Softmax", [scores], ("axis", 1L)), ensemble.Outputs);
        // A product with [-1, 1] gives the scores of both classes exactly.
        var signs = graph.Builder.AddConstant("signs", [-1f, 1f], 1, 2);
        var both = graph.Builder.AddNode("MatMul", [scores, signs]);
        return graph.WithProbabilities(graph.Builder.AddNode("Sigmoid", [both]), 2);
    }
}
