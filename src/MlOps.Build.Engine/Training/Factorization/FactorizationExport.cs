using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Training.Linear;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Factorization;

/// <summary>
/// Writes a factorization machine as ONNX: ½ Σ ((X V)² - X² V²) beside the linear part (Rendle, 2010, lemma 3.1). In float64, as large squares
/// are subtracted from each other.
/// </summary>
internal static class FactorizationExport
{
    public static byte[] Write(FactorizationModel model, LabelScale scale, LearningTask task)
    {
        var graph = new HeadGraph(model.Features);
        var builder = graph.Builder;
        var score = Score(builder, model, builder.AddNode("Cast", [TrainerResult.FeaturesInput], ("to", (long)OnnxType.Double)));
        if (task == LearningTask.Regression)
        {
            var scaled = builder.AddNode("Mul", [score, builder.AddConstant("label_scale", [scale.Scale], 1, 1)]);
            return graph.WithPrediction(Narrow(builder, builder.AddNode("Add", [scaled, builder.AddConstant("label_center", [scale.Center], 1, 1)])));
        }

        var both = builder.AddNode("Concat", [builder.AddNode("Neg", [score]), score], ("axis", 1L));
        return graph.WithProbabilities(Narrow(builder, builder.AddNode("Sigmoid", [both])), 2);
    }

    private static string Score(GraphBuilder builder, FactorizationModel model, string x)
    {
        var linear = builder.AddNode(
            "Gemm",
            [x, builder.AddConstant("weights", model.Weights, model.Features, 1), builder.AddConstant("bias", [model.Bias], 1)]);
        if (model.Factors == 0)
            return linear;
        var vectors = builder.AddConstant("factors", model.Vectors, model.Features, model.Factors);
        var squaredVectors = builder.AddConstant("squared_factors", Array.ConvertAll(model.Vectors, value => value * value), model.Features, model.Factors);
        var sums = builder.AddNode("MatMul", [x, vectors]);
        var own = builder.AddNode("MatMul", [builder.AddNode("Mul", [x, x]), squaredVectors]);
        var pairs = builder.AddNode("Sub", [builder.AddNode("Mul", [sums, sums]), own]);
        var twice = builder.AddNode("ReduceSum", [pairs, builder.AddConstant("row", [1L], 1)]);
        return builder.AddNode("Add", [linear, builder.AddNode("Mul", [twice, builder.AddConstant("half", [0.5], 1, 1)])]);
    }

    private static string Narrow(GraphBuilder builder, string value) => builder.AddNode("Cast", [value], ("to", (long)OnnxType.Float));
}
