using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Forests;

/// <summary>Writes a forest as ONNX: sums of leaf values that are shares of the mean already.</summary>
internal static class ForestExport
{
    public static byte[] Write(Ensemble ensemble, LearningTask task)
    {
        var graph = new HeadGraph(ensemble.Bins.Count);
        var builder = graph.Builder;
        var sums = TreeNodes.AddTo(builder, ensemble);
        if (task == LearningTask.Regression)
            return graph.WithPrediction(sums);
        // Sums of float32 shares may be a rounding error outside of 0 to 1.
        var shares = builder.AddNode("Clip", [sums, builder.AddConstant("none", [0f]), builder.AddConstant("all", [1f])]);
        if (task == LearningTask.Multiclass)
            return graph.WithProbabilities(shares, ensemble.Outputs);
        var negative = builder.AddNode("Sub", [builder.AddConstant("one", [1f], 1, 1), shares]);
        return graph.WithProbabilities(builder.AddNode("Concat", [negative, shares], ("axis", 1L)), 2);
    }
}
