using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Versions;

/// <summary>Another trainer, or the same one with other settings.</summary>
internal static class TrainerReasons
{
    public static IEnumerable<string> Of(TrainedModelSummary before, TrainedModelSummary after, bool written)
    {
        if (before.Trainer != after.Trainer)
            yield return $"trainer {after.Trainer} instead of {before.Trainer}";
        if (before.Calibration?.Method != after.Calibration?.Method)
            yield return $"calibration {after.Calibration?.Method ?? "none"} instead of {before.Calibration?.Method ?? "none"}";
        if (written && !before.Members.Select(member => member.Trainer).SequenceEqual(after.Members.Select(member => member.Trainer), StringComparer.Ordinal))
            yield return "other members of the ensemble";
    }

    // A search finds other settings on other rows, so they count as retraining.
    public static IEnumerable<string> OfSettings(TrainingSummary before, TrainingSummary after)
    {
        var (first, second) = (before.Model.Hyperparameters, after.Model.Hyperparameters);
        if (before.Model.Trainer == after.Model.Trainer
            && (first.Count != second.Count || first.Any(setting => !second.TryGetValue(setting.Key, out var value) || !value.Equals(setting.Value))))
        {
            yield return "retrained with other hyperparameters";
        }

        if (before.Seed != after.Seed)
            yield return "retrained with another seed";
    }
}
