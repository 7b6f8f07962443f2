using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Neighbours;

/// <summary>
/// Writes training rows as ONNX. Squared distances are |x|² - 2 x t + |t|², one matrix product in double of features centred before; then
/// they are narrowed to float32, so that what differs only by the order of a sum is equal everywhere, and of equals the first row is taken.
/// </summary>
internal static class NeighboursExport
{
    // Below the smallest distance of two float32 rows that differ, so that only equal rows get all the weight.
    private const double NoDistance = 1e-150;

    // Equal rows would come out a rounding error above or below 0, in the order of their errors; so much less of |x|² makes all of them 0.
    private const double Slack = 1e-12;

    public static byte[] Write(TrainingRequest request)
    {
        var features = request.Train.Features;
        var graph = new HeadGraph(features.Columns);
        var builder = graph.Builder;
        var count = (int)request.Hyperparameters[NeighboursHyperparameters.NeighboursName];
        var nearest = Nearest(builder, features, count);
        var regression = request.Task == LearningTask.Regression;
        var outputs = regression ? 1 : request.ClassCount;
        var labels = builder.AddNode("Gather", [builder.AddConstant("labels", Labels(request, outputs), features.Rows, outputs), nearest]);
        var value = request.Hyperparameters[NeighboursHyperparameters.WeightsName] > 0
            ? Weighted(builder, features, nearest, labels)
            : builder.AddNode("ReduceMean", [labels, builder.AddConstant("neighbours", [1L], 1)], ("keepdims", 0L));
        return regression ? graph.WithPrediction(value) : graph.WithProbabilities(value, outputs);
    }

    private static string Nearest(GraphBuilder builder, FeatureMatrix features, int count)
    {
        var columns = features.Columns;
        var (centers, rows, lengths) = Matrix(features);
        var wide = Cast(builder, TrainerResult.FeaturesInput, OnnxType.Double);
        var z = builder.AddNode("Sub", [wide, builder.AddConstant("centers", centers, 1, columns)]);
        var own = builder.AddNode("ReduceSum", [builder.AddNode("Mul", [z, z]), builder.AddConstant("features_axis", [1L], 1)]);
        var distances = builder.AddNode(
            "Gemm",
            [
                builder.AddNode("Concat", [z, own], ("axis", 1L)),
                builder.AddConstant("rows", rows, features.Rows, columns + 1),
                builder.AddConstant("lengths", lengths, 1, features.Rows),
            ],
            ("transB", 1L));
        var narrow = builder.AddNode("Max", [Cast(builder, distances, OnnxType.Float), builder.AddConstant("nothing", [0f], 1)]);
        return builder.AddNode("", "TopK", [narrow, builder.AddConstant("count", [(long)count], 1)], 2, ("axis", 1L), ("largest", 0L))[1];
    }

    // Of the nearest rows, the distances are computed anew from the differences, where equal rows have none at all.
    private static string Weighted(GraphBuilder builder, FeatureMatrix features, string nearest, string labels)
    {
        var columns = features.Columns;
        var rows = builder.AddNode("Gather", [builder.AddConstant("features_of_rows", features.Values, features.Rows, columns), nearest]);
        var own = builder.AddNode("Unsqueeze", [TrainerResult.FeaturesInput, builder.AddConstant("neighbours", [1L], 1)]);
        var apart = builder.AddNode("Sub", [Cast(builder, rows, OnnxType.Double), Cast(builder, own, OnnxType.Double)]);
        var squares = builder.AddNode("ReduceSum", [builder.AddNode("Mul", [apart, apart]), builder.AddConstant("last", [2L], 1)]);
        var distances = builder.AddNode("Max", [builder.AddNode("Sqrt", [squares]), builder.AddConstant("no_distance", [NoDistance], 1)]);
        var weights = builder.AddNode("Reciprocal", [distances]);
        var weighted = builder.AddNode("Mul", [weights, Cast(builder, labels, OnnxType.Double)]);
        var axis = builder.AddConstant("neighbours", [1L], 1);
        var sums = builder.AddNode("ReduceSum", [weighted, axis], ("keepdims", 0L));
        var all = builder.AddNode("ReduceSum", [weights, axis], ("keepdims", 0L));
        return Cast(builder, builder.AddNode("Div", [sums, all]), OnnxType.Float);
    }

    // What [z, |z|²] is multiplied by: [-2 t, 1] of each training row, |t|² apart.
    private static (double[] Centers, double[] Rows, double[] Lengths) Matrix(FeatureMatrix features)
    {
        var (columns, centers) = (features.Columns, new double[features.Columns]);
        for (var row = 0; row < features.Rows; row++)
        {
            for (var j = 0; j < columns; j++)
                centers[j] += (double)features.Row(row)[j] / features.Rows;
        }

        var (rows, lengths) = (new double[(long)features.Rows * (columns + 1)], new double[features.Rows]);
        for (var row = 0; row < features.Rows; row++)
        {
            for (var j = 0; j < columns; j++)
            {
                var z = features.Row(row)[j] - centers[j];
                rows[((long)row * (columns + 1)) + j] = -2 * z;
                lengths[row] += z * z;
            }

            rows[((long)row * (columns + 1)) + columns] = 1 - Slack;
        }

        return (centers, rows, lengths);
    }

    private static float[] Labels(TrainingRequest request, int outputs)
    {
        if (outputs == 1)
            return request.Train.Labels;
        var labels = new float[request.Train.Labels.Length * outputs];
        for (var row = 0; row < request.Train.Labels.Length; row++)
            labels[(row * outputs) + (int)request.Train.Labels[row]] = 1;
        return labels;
    }

    private static string Cast(GraphBuilder builder, string value, OnnxType type) => builder.AddNode("Cast", [value], ("to", (long)type));
}
