using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Imports;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that nothing wants to train a model anew that somebody else made.</summary>
internal static class ImportChecker
{
    public static void Check(TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (config.Trainer != OnnxTrainer.TrainerName)
            return;
        if (config.Evaluation.Backtest is not null)
            Refuse("backtest", "a backtest trains it anew on other rows");
        if (config.Evaluation.ShuffledLabels)
            Refuse("shuffled_labels", "it would be trained once more");

        void Refuse(string setting, string why) => diagnostics.Error(
            TrainingCodes.ImportIsNotTrained,
            $"'evaluation.{setting}' does not go with 'trainer: onnx': the model is made already, and {why}. Remove it.",
            config.PositionOf($"evaluation.{setting}"));
    }
}
