using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training;

/// <summary>The loss of a finished graph, for trainers whose model is best asked through it.</summary>
internal sealed class HeadLoss(byte[] model, LearningTask task, ThreadTeam team)
{
    private readonly HeadRun _run = new(model, team);

    /// <summary>What the loss of a task is called.</summary>
    public static string NameOf(LearningTask task) => task == LearningTask.Regression ? "squared error" : "log loss";

    /// <summary>The rows' mean; NaN without rows.</summary>
    public double Mean(TrainingSet set) => set.Labels.Length == 0 ? double.NaN : Mean(set, _run.Outputs(set.Features), task);

    /// <summary>The mean of rows that have been scored; NaN without rows.</summary>
    public static double Mean(TrainingSet set, float[] outputs, LearningTask task)
    {
        if (set.Labels.Length == 0)
            return double.NaN;
        var width = outputs.Length / set.Labels.Length;
        var losses = new double[set.Labels.Length];
        for (var row = 0; row < losses.Length; row++)
            losses[row] = (set.Weights is { } weights ? weights[row] : 1) * Loss(outputs.AsSpan(row * width, width), set.Labels[row], task);
        return FixedSum.Sum(losses) / (set.Weights is { } all ? FixedSum.Sum(all) : losses.Length);
    }

    private static double Loss(ReadOnlySpan<float> outputs, float label, LearningTask task) => task == LearningTask.Regression
        ? ((double)outputs[0] - label) * ((double)outputs[0] - label)
        : -DeterministicMath.Log(Math.Clamp(outputs[(int)label], RowLosses.Epsilon, 1 - RowLosses.Epsilon));
}
