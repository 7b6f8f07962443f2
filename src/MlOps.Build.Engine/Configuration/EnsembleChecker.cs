using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that an ensemble has members that can learn the task.</summary>
internal sealed class EnsembleChecker(TrainingConfig config, EnsembleConfig ensemble, DiagnosticBag diagnostics)
{
    public static void Check(TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (config.Ensemble is { } ensemble && (config.Trainer == EnsembleTrainer.TrainerName || config.CompareWith.Contains(EnsembleTrainer.TrainerName)))
            new EnsembleChecker(config, ensemble, diagnostics).Check();
    }

    private void Check()
    {
        if (ensemble.Members.Count < 2)
        {
            var alone = ensemble.Members[0].Name;
            Error(0, $"an ensemble has two members or more, and '{alone}' is alone. Add another{(ensemble.Members[0].IsModel ? "" : $", or write 'trainer: {alone}'")}.");
        }

        for (var i = 0; i < ensemble.Members.Count; i++)
            Check(i, ensemble.Members[i]);
        CascadeChecker.Check(config, ensemble, diagnostics);
        if (ensemble.Method == EnsembleMethod.Stacking && KeepsApart(config) is { } kept)
        {
            diagnostics.Error(
                TrainingCodes.EnsembleMember,
                $"'method: stacking' divides training rows at random, and the split keeps apart {kept}, so members would be judged on rows that they have learned "
                + "of. Write 'method: blending' or 'method: voting'.",
                config.PositionOf("ensemble.method"));
        }
    }

    // The lists of a ranking stay whole in stacking, too.
    private static string? KeepsApart(TrainingConfig config) => config.Split switch
    {
        { Method: SplitMethod.Time } => "what is later",
        { Method: SplitMethod.Group, Column: var column } when column != config.Evaluation.Ranking?.Group => $"the rows of one '{column}'",
        _ => null,
    };

    private void Check(int index, MemberConfig member)
    {
        var name = member.Name;
        var known = TrainerCatalog.All.Where(trainer => trainer.Supports(config.Task) && trainer.Name != TrainerCatalog.Baseline).Select(trainer => trainer.Name);
        if (ensemble.Members.ToList().IndexOf(member) < index)
            Error(index, $"the ensemble has '{name}' twice, which would say the same twice. Keep one, or give one of them other 'hyperparameters'.");
        else if (member.IsModel)
            CheckIsNotTrained(name);
        else if (!known.Contains(name))
            Error(index, $"'{name}' cannot be a member of the ensemble.{DidYouMean.Sentence(name, known)} Trainers that can: {string.Join(", ", known)}.");
        else
            new TrainerChecker(config, TrainerCatalog.All, diagnostics).CheckValues(TrainerCatalog.Find(name)!, member.Hyperparameters, $"ensemble.members[{index}].hyperparameters");
    }

    private void CheckIsNotTrained(string name)
    {
        if (config.Evaluation.Backtest is not null)
            Refuse("backtest", "a backtest trains on other rows");
        if (config.Evaluation.ShuffledLabels)
            Refuse("shuffled_labels", "all would be trained once more");

        void Refuse(string setting, string why) => diagnostics.Error(
            TrainingCodes.ImportIsNotTrained,
            $"'evaluation.{setting}' does not go with the member '{name}': it is made already, and {why}. Remove one of them.",
            config.PositionOf($"evaluation.{setting}"));
    }

    private void Error(int index, string message) =>
        diagnostics.Error(TrainingCodes.EnsembleMember, message, config.PositionOf($"ensemble.members[{index}]"));
}
