using System.Globalization;
using Microsoft.ML;
using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.MLNet;

/// <summary>Holds the ONNX graph against the ML.NET model that it was made of.</summary>
internal static class GraphCheck
{
    /// <summary>How far a probability may be apart.</summary>
    private const double Probability = 1e-5;

    /// <summary>How far a number may be apart, relative to it, and to the largest of all where sums cancel.</summary>
    private const double Relative = 1e-4;
    private const double Cancelling = 1e-6;

    private const int BatchRows = 1024;

    /// <summary>The largest difference: of probabilities, or relative to the number.</summary>
    /// <exception cref="TrainingFailedException">It is beyond what is allowed.</exception>
    public static double Largest(IModelSession graph, FittedChain fitted, IDataView view, TrainingSet set, string part)
    {
        if (set.Features.Rows == 0)
            return 0;
        var theirs = fitted.Predict(view);
        var ours = Run(graph, set.Features, fitted.Task);
        var width = theirs.Length / set.Features.Rows;
        var scale = theirs.Max(value => Math.Abs((double)value));
        var largest = 0d;
        for (var i = 0; i < theirs.Length; i++)
        {
            var difference = Math.Abs((double)ours[i] - theirs[i]);
            var allowed = fitted.Task == LearningTask.Regression ? (Relative * Math.Abs((double)theirs[i])) + (Cancelling * scale) : Probability;
            if (!(difference <= allowed))
                throw Differs(part, (i / width) + 1, theirs[i], ours[i], allowed);
            largest = Math.Max(largest, fitted.Task == LearningTask.Regression && theirs[i] != 0 ? difference / Math.Abs((double)theirs[i]) : difference);
        }

        return largest;
    }

    // Of two classes ML.NET tells the second one's probability.
    private static float[] Run(IModelSession graph, FeatureMatrix features, LearningTask task)
    {
        var values = new List<float>(features.Rows);
        for (var first = 0; first < features.Rows; first += BatchRows)
        {
            var rows = Math.Min(BatchRows, features.Rows - first);
            var batch = features.Values.AsSpan(first * features.Columns, rows * features.Columns).ToArray();
            var inputs = new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = Tensor.Create(batch, rows, features.Columns) };
            var output = ((Tensor<float>)graph.Run(inputs).Values.Single()).Values;
            values.AddRange(task == LearningTask.Binary ? output.Where((_, i) => i % 2 == 1) : output);
        }

        return [.. values];
    }

    private static TrainingFailedException Differs(string part, int row, float theirs, float ours, double allowed) => new(
        TrainingCodes.MLNetGraphDiffers,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{part} row {row}: the ML.NET model predicts {theirs:R} and its ONNX graph {ours:R}; {allowed:G2} is the most that they may differ. ")
        + "A step of the chain loses something in ONNX: leave it out, or do it among the features' transforms.");
}
