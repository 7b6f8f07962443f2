using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Checks.Reproducibility;

/// <summary>Comparisons of trainings in words.</summary>
internal static class ReproducibleFindings
{
    public static Diagnostic Of(TrainingComparison comparison)
    {
        var variant = comparison.Variant.Name;
        return comparison switch
        {
            { Failure: { } failure } => Finding(
                TrainingCodes.TrainedAgain,
                DiagnosticSeverity.Error,
                $"training again with {variant} gave no model: {failure}. Look at the training in the build's log."),
            { FirstDifference: { } at } => Finding(
                TrainingCodes.NotReproducible,
                DiagnosticSeverity.Error,
                $"training again with {variant} gives another model: byte {at.ToString(CultureInfo.InvariantCulture)} of it is the first that differs. "
                + "Use a trainer of the kit, or make the program that trains deterministic."),
            _ => Finding(TrainingCodes.TrainedAgain, DiagnosticSeverity.Info, $"training again with {variant} gives the same bytes."),
        };
    }

    private static Diagnostic Finding(string code, DiagnosticSeverity severity, string message) =>
        new() { Code = code, Severity = severity, Message = message };
}
