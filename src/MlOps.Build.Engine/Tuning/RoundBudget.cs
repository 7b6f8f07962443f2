using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tuning;

/// <summary>The setting that says how much a training may cost, for trainers whose models grow round by round.</summary>
internal static class RoundBudget
{
    /// <summary>The name that it has, or that is understood for it.</summary>
    public const string Name = "num_iterations";

    /// <summary>The setting; null when the trainer has none.</summary>
    public static Hyperparameter? SettingOf(ITrainer trainer) => HyperparameterResolver.Find(trainer, Name);

    /// <summary>The most rounds of a full training.</summary>
    public static int Of(Hyperparameter setting, IReadOnlyDictionary<string, double> declared) =>
        (int)declared.GetValueOrDefault(setting.Name, setting.Default);

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
