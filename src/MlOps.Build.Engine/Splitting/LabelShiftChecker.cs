using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Tells when the label is distributed otherwise in validation or test than in the rows learned from.</summary>
internal static class LabelShiftChecker
{
    /// <summary>Below this an effect is less than small (Cohen, 1988, for w, which Cramér's V of two parts is).</summary>
    public const double SmallEffect = 0.1;

    /// <summary>Above this chance explains it.</summary>
    public const double Chance = 0.01;

    public static void Check(SplitInput input, Split split, DiagnosticBag diagnostics)
    {
        foreach (var comparison in split.Summary.LabelComparisons.Where(IsFarApart))
        {
            var measure = comparison.Test == LabelComparison.ChiSquare ? "Cramér's V" : "Kolmogorov-Smirnov distance";
            var part = comparison.Part.ToString().ToLowerInvariant();
            diagnostics.Info(
                FeatureCodes.LabelShift,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{input.Config.Label.Name}' is distributed otherwise in {part} than in train: {measure} {comparison.Effect:0.000}, "
                    + $"from {SmallEffect} on it is told. Look at the parts in the report, "
                    + $"and whether the label changes over time or by group."),
                input.Config.Split.Position);
        }
    }

    private static bool IsFarApart(LabelComparison comparison) => comparison.Effect >= SmallEffect && comparison.PValue < Chance;
}
