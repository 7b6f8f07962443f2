using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Bayes;

/// <summary>Writes naive Bayes as ONNX: two matrix products in double and a softmax.</summary>
internal static class NaiveBayesExport
{
    public static byte[] Write(NaiveBayesModel model)
    {
        var (columns, classes) = (model.Centers.Length, model.Constants.Length);
        var graph = new HeadGraph(columns);
        var builder = graph.Builder;
        var wide = Cast(builder, TrainerResult.FeaturesInput, OnnxType.Double);
        var z = builder.AddNode("Sub", [wide, builder.AddConstant("centers", model.Centers, 1, columns)]);
        var linear = builder.AddNode(
            "Gemm",
            [z, builder.AddConstant("slopes", model.Slopes, classes, columns), builder.AddConstant("constants", model.Constants, classes)],
            ("transB", 1L));
        var squares = builder.AddNode("Mul", [z, z]);
        var scores = builder.AddNode(
            "Gemm", [squares, builder.AddConstant("squares", model.Squares, classes, columns), linear], ("transB", 1L));
        var probabilities = builder.AddNode("Softmax", [scores], ("axis", 1L));
        return graph.WithProbabilities(Cast(builder, probabilities, OnnxType.Float), classes);
    }

    private static string Cast(GraphBuilder builder, string value, OnnxType type) => builder.AddNode("Cast", [value], ("to", (long)type));
}
