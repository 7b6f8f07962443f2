using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training;

/// <summary>The weights of training rows by their class, as <c>scale_pos_weight</c> and <c>class_weight</c> say.</summary>
internal static class ClassWeights
{
    /// <summary>The rows' own weights times those of their classes; null when all weigh the same.</summary>
    public static float[]? Of(TrainingRequest request)
    {
        var (set, settings) = (request.Train, request.Hyperparameters);
        var (balanced, positive) = (settings["class_weight"] != 0, settings.GetValueOrDefault("scale_pos_weight", 1));
        if (request.Task == LearningTask.Regression || (positive == 1 && !balanced))
            return set.Weights;
        var weights = new double[request.ClassCount];
        Array.Fill(weights, 1);
        if (balanced)
            Balance(weights, set.Labels);
        if (request.Task == LearningTask.Binary)
            weights[1] *= positive;
        return [.. set.Labels.Select((label, row) => (float)(weights[(int)label] * (set.Weights?[row] ?? 1)))];
    }

    private static void Balance(double[] weights, float[] labels)
    {
        for (var k = 0; k < weights.Length; k++)
        {
            var rows = labels.Count(label => (int)label == k);
            weights[k] = rows == 0 ? 1 : (double)labels.Length / (weights.Length * (long)rows);
        }
    }
}
