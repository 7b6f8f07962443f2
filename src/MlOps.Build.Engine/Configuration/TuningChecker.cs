using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that the way of tuning fits the trainer, the space and the split.</summary>
internal static class TuningChecker
{
    public static void Check(TrainingConfig config, ITrainer? trainer, DiagnosticBag diagnostics)
    {
        if (config.Tuning is not { } tuning)
            return;
        AutoChecker.Check(config, tuning, diagnostics);
        if (config.Space.Count == 0)
        {
            diagnostics.Error(
                TrainingCodes.NothingToTune,
                "'tuning' has nothing to try: no setting of 'hyperparameters' has a range or a list. Give one such a space, as in "
                + "'learning_rate: { min: 0.01, max: 0.3, scale: log }', or remove 'tuning'.",
                config.PositionOf("tuning"));
            return;
        }

        if (tuning.Method == TuningMethod.Asha && trainer is not null and not AutoTrainer)
            CheckBudget(config, tuning, trainer, diagnostics);
        if (tuning.Folds is { } folds)
        {
            CheckFolds(config, folds, diagnostics);
        }
        else if (tuning.Nested is not null)
        {
            diagnostics.Error(
                TrainingCodes.NestedNeedsFolds,
                "'nested' makes the search anew on other rows, which needs folds inside of them. Add 'folds: 5' to 'tuning', or remove 'nested'.",
                config.PositionOf("tuning.nested"));
        }

        if (tuning is { Method: TuningMethod.Grid, Trials: null, Seconds: null } && !diagnostics.HasErrors)
            CheckGrid(config, diagnostics);
    }

    private static void CheckGrid(TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (new SearchSpace(config.Space).Grid().Take(TuningConfig.MostTrials + 1).Count() <= TuningConfig.MostTrials)
            return;
        diagnostics.Error(
            TrainingCodes.GridTooLarge,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the grid has more than {TuningConfig.MostTrials:#,0} points. Lower 'points' of the ranges, use 'method: random' or 'tpe', or limit it by 'trials'."),
            config.PositionOf(config.Positions.ContainsKey("tuning.method") ? "tuning.method" : "tuning"));
    }

    private static void CheckBudget(TrainingConfig config, TuningConfig tuning, ITrainer trainer, DiagnosticBag diagnostics)
    {
        if (RoundBudget.SettingOf(trainer) is not { } setting)
            Misfit($"'asha' gives settings few rounds first, and '{trainer.Name}' has no '{RoundBudget.Name}'. Use 'tpe' or 'random'.", "tuning.method");
        else if (config.Space.Any(dimension => dimension.Name == setting.Name))
            Misfit($"'asha' decides '{setting.Name}' itself. Give it one number, the most rounds, instead of a space.", "tuning.method");
        else if (RoundBudget.Of(setting, config.Hyperparameters) is var most && !RoundBudget.Fits(most, tuning))
            Misfit($"{tuning.Rungs} rungs with a reduction of {tuning.Reduction} divide {most} rounds to less than one. Lower 'rungs' or 'reduction', or raise '{setting.Name}'.", "tuning.rungs");

        void Misfit(string message, string path) => diagnostics.Error(
            TrainingCodes.TuningDoesNotFit, message, config.PositionOf(config.Positions.ContainsKey(path) ? path : "tuning"));
    }

    private static void CheckFolds(TrainingConfig config, TuningFolds folds, DiagnosticBag diagnostics)
    {
        var (own, method) = (config.Split.Method, folds.Method ?? config.Split.Method);
        var problem = method switch
        {
            _ when own == SplitMethod.Time && method != SplitMethod.Time =>
                "would learn from rows after those that they judge; the split is by time. Write 'method: time'.",
            _ when own == SplitMethod.Group && method != SplitMethod.Group =>
                "would have rows of one group on both sides; the split is by group. Write 'method: group'.",
            _ when own is SplitMethod.Group or SplitMethod.Time && folds.Column is { } column && column != config.Split.Column =>
                $"go by '{column}' and would divide what the split keeps together by '{config.Split.Column}'. Remove 'column'.",
            SplitMethod.Stratified when config.Task == LearningTask.Regression => "need classes; 'task' is regression. Write 'method: k-fold'.",
            SplitMethod.Group or SplitMethod.Time when folds.Column is null && own != method =>
                "need the column to go by. Add 'column: …'.",
            SplitMethod.Time when folds.Repeats > 1 => "by time cannot be drawn anew. Remove 'repeats'.",
            _ => null,
        };
        if (problem is not null)
            diagnostics.Error(TrainingCodes.TuningDoesNotFit, $"the folds of 'tuning' {problem}", config.PositionOf("tuning.folds"));
    }
}
