using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Features.Leakage;

/// <summary>Stops a build in which one column alone predicts the label almost perfectly.</summary>
internal static class LeakageGate
{
    /// <summary>From this area under the ROC curve, or R², on a column is taken for the label in disguise.</summary>
    public const double Limit = 0.98;

    /// <summary>All scores, worst first; null, with errors, when a column that is not allowed to is over the limit.</summary>
    public static IReadOnlyList<LeakageScore>? Check(FeatureInput input, FeaturePlan plan, DiagnosticBag diagnostics)
    {
        var names = plan.Features.SelectMany(feature => feature.Columns).Distinct(StringComparer.Ordinal);
        var columns = names.Select(name => input.Table.Find(name)!).ToList();
        var scores = LeakageScan.Scan(columns, input.Label, input.Split.Train, input.Config.Seed);
        var leaking = scores.Where(score => score.Value > Limit && !input.Config.AllowLeakage.Contains(score.Column)).ToList();
        foreach (var score in leaking)
        {
            var position = plan.Features.First(feature => feature.Columns.Contains(score.Column)).Position;
            diagnostics.Error(FeatureCodes.LeakingColumn, Message(score, input.Config.Label.Name), position);
        }

        return leaking.Count == 0 ? scores : null;
    }

    private static string Message(LeakageScore score, string label) => string.Create(
        CultureInfo.InvariantCulture,
        $"'{score.Column}' alone predicts '{label}' with {(score.Measure == LeakageScan.Auc ? "an AUC" : "an R²")} of {score.Value:F4} "
        + $"on the training rows, over {Limit}. List it under 'exclude', mark it 'known: after' in schema.yaml, or, "
        + $"if it is truly known before the outcome, list it under 'allow_leakage'.");
}
