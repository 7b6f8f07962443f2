using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>
/// Writes a linear model as ONNX. Features are centred before the product: folded into the intercept, a mean far above the deviation would
/// cost float32 most of its digits.
/// </summary>
internal static class LinearExport
{
    public static byte[] Write(LinearModel model, LearningTask task)
    {
        var graph = new HeadGraph(model.Centers.Length);
        var builder = graph.Builder;
        var centers = builder.AddConstant("centers", model.Centers, 1, model.Centers.Length);
        var centered = builder.AddNode("Sub", [TrainerResult.FeaturesInput, centers]);
        var (weights, intercepts) = task == LearningTask.Binary ? BothClasses(model) : (model.Coefficients, model.Intercepts);
        var outputs = intercepts.Length;
        var scores = builder.AddNode(
            "Gemm",
            [
                centered,
                builder.AddConstant("coefficients", Transposed(weights, outputs), model.Centers.Length, outputs),
                builder.AddConstant("intercepts", Array.ConvertAll(intercepts, value => (float)value), outputs),
            ]);
        return task switch
        {
            LearningTask.Regression => graph.WithPrediction(scores),
            LearningTask.Binary => graph.WithProbabilities(builder.AddNode("Sigmoid", [scores]), outputs),
            _ => graph.WithProbabilities(builder.AddNode("Softmax", [scores], ("axis", 1L)), outputs),
        };
    }

    // The negative class has the negated score, so that both probabilities come straight from the logistic function.
    private static (double[] Weights, double[] Intercepts) BothClasses(LinearModel model) =>
        ([.. model.Coefficients.Select(value => -value), .. model.Coefficients], [-model.Intercepts[0], model.Intercepts[0]]);

    private static float[] Transposed(double[] weights, int outputs)
    {
        var columns = weights.Length / outputs;
        var transposed = new float[weights.Length];
        for (var k = 0; k < outputs; k++)
        {
            for (var j = 0; j < columns; j++)
                transposed[(j * outputs) + k] = (float)weights[(k * columns) + j];
        }

        return transposed;
    }
}
