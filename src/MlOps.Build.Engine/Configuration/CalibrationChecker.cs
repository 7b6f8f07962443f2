using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that there are probabilities of two classes to calibrate.</summary>
internal static class CalibrationChecker
{
    public static void Check(TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (config.Calibration is null || config.Task == LearningTask.Binary)
            return;
        var task = TrainingConfigReader.Tasks.First(known => known.Value == config.Task).Key;
        diagnostics.Error(
            TrainingCodes.CalibrationTask,
            $"'calibration' corrects the probabilities of two classes, and the task is '{task}'. Remove it.",
            config.PositionOf("calibration"));
    }
}
