using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Combining;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks the limits of a cascade, and that nothing else has some.</summary>
internal static class CascadeChecker
{
    public static void Check(TrainingConfig config, EnsembleConfig ensemble, DiagnosticBag diagnostics)
    {
        if (Problem(config, ensemble) is not { } problem)
            return;
        var setting = ensemble.Confidence.Count > 0 ? "ensemble.confidence" : "ensemble.method";
        diagnostics.Error(TrainingCodes.CascadeLimits, problem, config.PositionOf(setting));
    }

    private static string? Problem(TrainingConfig config, EnsembleConfig ensemble)
    {
        var limits = ensemble.Confidence;
        if (ensemble.Method != EnsembleMethod.Cascade)
            return limits.Count > 0 ? "'ensemble.confidence' is the limit of a cascade. Write 'method: cascade', or remove it." : null;
        if (config.Task == LearningTask.Regression)
            return "'method: cascade' asks the next member where one is not sure, and a predicted number does not say how sure it is. Write 'method: voting' or 'method: blending'.";
        if (limits.Count > 1 && limits.Count != ensemble.Members.Count - 1)
        {
            return $"'ensemble.confidence' has {limits.Count} limits for {ensemble.Members.Count} members, and the last one has none. Write one limit for all, or "
                + $"{ensemble.Members.Count - 1}.";
        }

        // The larger of two probabilities is never below a half, so a member with such a limit decides all.
        var least = config.Task == LearningTask.Binary ? 0.5 : 0;
        return limits.Where(limit => limit <= least).Select(limit => string.Create(
            CultureInfo.InvariantCulture,
            $"'ensemble.confidence' is {limit}, from which a member is always sure, so that the next is never asked. Write a probability above {least}.")).FirstOrDefault();
    }
}
