using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>The champion at the start of a comparison: either scores on the test rows, or the reason why there are none.</summary>
internal sealed record ChampionEntry
{
    /// <summary>Who it is, and whether it saw test rows.</summary>
    public required ChampionComparison Identity { get; init; }

    /// <summary>In the shape of <see cref="EvaluationRequest.Scores"/>; null when it was not run.</summary>
    public float[]? Scores { get; init; }

    /// <summary>The probability from which it calls a row positive (binary); null otherwise.</summary>
    public double? Threshold { get; init; }

    /// <summary>What is known of the test rows beside their scores.</summary>
    public ComparedRows? Rows { get; init; }

    /// <summary>The name in reports: <c>champion 1.4.2</c>.</summary>
    public string DisplayName => Identity.Version is { } version ? $"{ReferenceEvaluation.Champion} {version}" : ReferenceEvaluation.Champion;

    /// <summary>As one of the models that are compared on the same rows; null when it was not run.</summary>
    public ReferenceScores? AsReference() => Scores is null ? null : new ReferenceScores
    {
        Name = ReferenceEvaluation.Champion,
        DisplayName = DisplayName,
        Scores = Scores,
        Threshold = Threshold,
    };

    /// <summary>What is recorded of a champion that was not run: its name and the reason.</summary>
    public ReferenceEvaluation AsReason() => new()
    {
        Name = ReferenceEvaluation.Champion,
        DisplayName = DisplayName,
        NotCompared = Identity.NotCompared,
        Metrics = [],
        Differences = [],
    };
}
