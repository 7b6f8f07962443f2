using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Calibration;

/// <summary>Fits a calibration on the validation rows and puts it into the model.</summary>
internal static class Calibrator
{
    /// <summary>The calibrated model; null, with an error, when the validation rows are of one class.</summary>
    public static (byte[] Model, CalibrationSummary Summary)? Calibrate(
        CalibrationMethod method, byte[] model, TrainingSet validation, ThreadTeam team, DiagnosticBag diagnostics)
    {
        var positive = validation.Labels.Count(label => label == 1);
        if (positive == 0 || positive == validation.Labels.Length)
        {
            diagnostics.Error(
                TrainingCodes.CalibrationRows,
                $"the probabilities cannot be calibrated: {positive} of {validation.Labels.Length} validation rows are positive, and both classes are "
                + "needed. Give 'split' a larger 'validation', or remove 'calibration'.");
            return null;
        }

        var outputs = new HeadRun(model, team).Outputs(validation.Features);
        var summary = new CalibrationSummary { Method = method.ToString().ToLowerInvariant(), Rows = validation.Labels.Length };
        if (method == CalibrationMethod.Platt)
        {
            var (slope, intercept) = PlattFit.Of(LogOdds(outputs), validation.Labels);
            return (CalibrationGraph.Platt(model, slope, intercept), summary with { Slope = slope, Intercept = intercept });
        }

        var fit = IsotonicFit.Of([.. outputs.Where((_, i) => i % 2 == 1).Select(p => (double)p)], validation.Labels);
        return (CalibrationGraph.Isotonic(model, fit), summary with { Points = fit.At.Length });
    }

    private static double[] LogOdds(float[] outputs)
    {
        var scores = new double[outputs.Length / 2];
        for (var row = 0; row < scores.Length; row++)
            scores[row] = Log(outputs[(2 * row) + 1]) - Log(outputs[2 * row]);
        return scores;
    }

    private static double Log(double probability) => DeterministicMath.Log(Math.Max(probability, CalibrationGraph.Smallest));
}
