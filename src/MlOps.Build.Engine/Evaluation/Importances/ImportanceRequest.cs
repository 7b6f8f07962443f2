using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Importances.Attribution;

namespace MlOps.Build.Engine.Evaluation.Importances;

/// <summary>What permutation importances are measured with.</summary>
internal sealed record ImportanceRequest
{
    /// <summary>The test rows' features, in the order of the request's labels.</summary>
    public required FeatureMatrix Features { get; init; }

    /// <summary>The features in order of their inputs, with the raw columns that each reads.</summary>
    public required IReadOnlyList<FeatureColumnSummary> Columns { get; init; }

    /// <summary>The model from features to scores, in the shape of <see cref="EvaluationRequest.Scores"/>.</summary>
    public required Func<FeatureMatrix, float[]> Score { get; init; }

    /// <summary>What Shapley values are computed with; null for a model without trees.</summary>
    public AttributionRequest? Attribution { get; init; }

    /// <summary>How often each column is shuffled.</summary>
    public int Repeats { get; init; } = 5;

    /// <summary>At most this many test rows are scored for one shuffle.</summary>
    public int MaximumRows { get; init; } = 5_000;

    /// <summary>At most this many rows are scored in all; many columns mean fewer rows each.</summary>
    public int MaximumScorings { get; init; } = 500_000;
}
