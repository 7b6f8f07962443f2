using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>What it means that two run times agree on a model's output.</summary>
internal static class ModelAgreement
{
    public static void ShouldHold(float[] actual, float[] expected, LearningTask task, int rows, string name)
    {
        CompareValues(actual, expected, task, name);
        if (task != LearningTask.Regression)
            CompareClasses(actual, expected, expected.Length / rows, name);
    }

    // Tolerances of the design: 1e-5 absolute on probabilities, 1e-4 relative on regression, and float32's own where a sum cancels.
    private static void CompareValues(float[] actual, float[] expected, LearningTask task, string name)
    {
        actual.Length.ShouldBe(expected.Length, name);
        var cancellation = 1e-6 * expected.Max(Math.Abs);
        for (var i = 0; i < actual.Length; i++)
        {
            var tolerance = task == LearningTask.Regression ? (1e-4 * Math.Abs(expected[i])) + cancellation : 1e-5;
            ((double)actual[i]).ShouldBe(expected[i], tolerance, $"{name}, value {i}");
        }
    }

    // The design's third tolerance: the same class, unless the two best are within 1e-6 of each other.
    private static void CompareClasses(float[] actual, float[] expected, int classes, string name)
    {
        for (var row = 0; row < expected.Length / classes; row++)
        {
            var ours = actual.AsSpan(row * classes, classes);
            var theirs = expected.AsSpan(row * classes, classes);
            var best = Best(theirs);
            if (theirs[best] - theirs[Best(ours)] > 1e-6)
                Best(ours).ShouldBe(best, $"{name}, row {row}");
        }
    }

    private static int Best(ReadOnlySpan<float> probabilities)
    {
        var best = 0;
        for (var i = 1; i < probabilities.Length; i++)
            best = probabilities[i] > probabilities[best] ? i : best;
        return best;
    }
}
