using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation;

/// <summary>Whether a model's scores are numbers that metrics can use.</summary>
internal static class ScoreChecks
{
    // Float32 softmax and rounding may leave 0..1 by a few units in the last place.
    private const float Slack = 1e-5f;

    /// <summary>False when a score is not finite or, for classification, outside 0 to 1; the first one is then in the bag.</summary>
    public static bool AreValid(
        EvaluationRequest request, string model, float[] scores, DiagnosticSeverity severity, DiagnosticBag diagnostics)
    {
        var classes = request.Classes.Count;
        var first = Array.FindIndex(scores, score => !IsValid(score, classes > 0));
        if (first < 0)
            return true;
        var count = scores.Count(score => !IsValid(score, classes > 0));
        var allowed = classes > 0 ? "probabilities are 0..1" : "predictions are finite numbers";
        diagnostics.Report(
            EvaluationCodes.InvalidScore,
            severity,
            FormattableString.Invariant(
                $"{model} gave {scores[first]} for test row {(first / Math.Max(1, classes)) + 1}; {allowed}. ")
            + FormattableString.Invariant($"{count} of {scores.Length} scores. ")
            + "Look at extreme feature values ('log', 'clip', 'scale') and at the trainer's learning rate.");
        return false;
    }

    /// <summary>True when a metric can use the score.</summary>
    public static bool IsValid(float score, bool isProbability) =>
        float.IsFinite(score) && (!isProbability || (score >= -Slack && score <= 1 + Slack));
}
