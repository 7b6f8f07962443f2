using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks the trainers that a search is to choose from.</summary>
internal static class AutoChecker
{
    public static void Check(TrainingConfig config, TuningConfig tuning, DiagnosticBag diagnostics)
    {
        if (config.Trainer != AutoTrainer.TrainerName)
        {
            if (tuning.Trainers.Count > 0)
                Misfit($"'tuning.trainers' belongs to 'trainer: auto', and the trainer is '{config.Trainer}'. Remove one of them.", "tuning.trainers");
            return;
        }

        if (tuning.Method is TuningMethod.Grid or TuningMethod.Asha)
            Misfit($"'method: {TuningConfigReader.Methods.First(known => known.Value == tuning.Method).Key}' goes through one trainer's settings, and 'trainer: auto' tries several. Write 'tpe' or 'random'.", "tuning.method");
        if (tuning.TrialLimit < tuning.Trainers.Count)
            Misfit($"'trials' is {tuning.TrialLimit}, and each of {tuning.Trainers.Count} trainers is tried once with its defaults. Raise 'trials', or name fewer 'trainers'.", "tuning.trials");
        for (var i = 0; i < tuning.Trainers.Count; i++)
            CheckCandidate(config, tuning.Trainers, i, diagnostics);

        void Misfit(string message, string path) => diagnostics.Error(
            TrainingCodes.AutoDoesNotFit, message, config.PositionOf(config.Positions.ContainsKey(path) ? path : "tuning"));
    }

    private static void CheckCandidate(TrainingConfig config, IReadOnlyList<string> names, int place, DiagnosticBag diagnostics)
    {
        var (name, task) = (names[place], TrainingConfigReader.Tasks.First(known => known.Value == config.Task).Key);
        var able = AutoSpaces.Known.Where(known => TrainerCatalog.Find(known)!.Supports(config.Task)).ToList();
        var problem = names.Take(place).Contains(name) ? $"'{name}' is named twice. Keep one."
            : !AutoSpaces.Known.Contains(name) ? $"'trainer: auto' cannot try '{name}'.{Hint(name, able)}"
            : !able.Contains(name) ? $"'{name}' cannot learn the task '{task}'. Trainers that can: {string.Join(", ", able)}."
            : null;
        if (problem is not null)
            diagnostics.Error(TrainingCodes.AutoCandidate, problem, config.PositionOf($"tuning.trainers[{place}]"));
    }

    private static string Hint(string name, List<string> able) =>
        DidYouMean.Sentence(name, able) is { Length: > 0 } hint ? hint : $" Trainers that it can: {string.Join(", ", able)}.";
}
