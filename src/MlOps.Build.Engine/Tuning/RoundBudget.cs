using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Tuning;

/// <summary>The setting that says how much a training may cost, for trainers whose models grow round by round.</summary>
internal static class RoundBudget
{
    public const string Setting = "num_iterations";

    /// <summary>The most rounds of a full training; null when the trainer has no such setting.</summary>
    public static int? Of(ITrainer trainer, IReadOnlyDictionary<string, double> declared) =>
        trainer.Hyperparameters.FirstOrDefault(setting => setting.Name == Setting) is { } setting
            ? (int)declared.GetValueOrDefault(Setting, setting.Default)
            : null;

    /// <summary>Whether the lowest rung still has a round.</summary>
    public static bool Fits(int most, TuningConfig tuning) => Smallest(most, tuning) > 0;

    /// <summary>Rounds of the lowest rung: the full number divided by the reduction once a further rung.</summary>
    public static int Smallest(int most, TuningConfig tuning)
    {
        var rounds = most;
        for (var rung = 1; rung < tuning.Rungs; rung++)
            rounds /= tuning.Reduction;
        return rounds;
    }
}
