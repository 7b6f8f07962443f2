using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation;

/// <summary>Whether test rows and scores can be judged at all.</summary>
internal static class EvaluationChecks
{
    /// <summary>Below this the percentile bootstrap is too narrow by several points of coverage.</summary>
    public const int FewRows = 30;

    /// <summary>False when nothing can be judged; the reason is then in the bag.</summary>
    /// <exception cref="ArgumentException">Labels, scores or slices differ in length: a bug of the caller.</exception>
    public static bool CanBeJudged(EvaluationRequest request, DiagnosticBag diagnostics)
    {
        if (request.Labels.Length == 0)
        {
            diagnostics.Error(
                EvaluationCodes.NoTestRows,
                $"No test row has a label '{request.LabelName}', so the model cannot be judged. "
                + "Give 'split' a larger test part, or add rows.");
            return false;
        }

        ThrowIfLengthsDiffer(request);
        ReportClasses(request, diagnostics);
        if (request.Labels.Length < FewRows)
        {
            diagnostics.Warning(
                EvaluationCodes.FewTestRows,
                $"The test part has {request.Labels.Length} rows; below {FewRows} the intervals are too narrow. "
                + "Give 'split' a larger test part, or add rows.");
        }

        return ScoreChecks.AreValid(request, "The model", request.Scores, DiagnosticSeverity.Error, diagnostics);
    }

    private static void ThrowIfLengthsDiffer(EvaluationRequest request)
    {
        var expected = request.Labels.Length * Math.Max(1, request.Classes.Count);
        if (request.Scores.Length != expected || request.References.Any(reference => reference.Scores.Length != expected))
            throw new ArgumentException($"Scores must have {expected} values, rows times classes.", nameof(request));
        if (request.Slices.Concat(request.Fairness).Any(slice => slice.Values.Count != request.Labels.Length))
            throw new ArgumentException($"Slices must have {request.Labels.Length} values, one a test row.", nameof(request));
        if (Array.Exists(request.Labels, label => !float.IsFinite(label)))
            throw new ArgumentException("Test rows must have labels.", nameof(request));
    }

    private static void ReportClasses(EvaluationRequest request, DiagnosticBag diagnostics)
    {
        if (request.Classes.Count == 0)
            return;
        var present = request.Labels.Select(label => (int)label).ToHashSet();
        if (present.Count == 1)
        {
            diagnostics.Error(
                EvaluationCodes.OneClassInTest,
                $"All {request.Labels.Length} test rows have '{request.LabelName}' = '{request.Classes[present.Single()]}'; "
                + "a test part of one class judges nothing. Give 'split' a larger test part, other dates, or 'by: stratified'.");
            return;
        }

        foreach (var missing in Enumerable.Range(0, request.Classes.Count).Except(present))
        {
            diagnostics.Warning(
                EvaluationCodes.ClassNotInTest,
                $"No test row has '{request.LabelName}' = '{request.Classes[missing]}', so nothing is known of the model on it. "
                + "Give 'split' a larger test part, or 'by: stratified'.");
        }
    }
}
