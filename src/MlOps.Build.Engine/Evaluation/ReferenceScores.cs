namespace MlOps.Build.Engine.Evaluation;

/// <summary>Another model's scores on the same test rows.</summary>
internal sealed record ReferenceScores
{
    /// <summary>The name in expressions: <c>baseline</c>, <c>champion</c> or the trainer's name with underscores.</summary>
    public required string Name { get; init; }

    /// <summary>The name in reports.</summary>
    public required string DisplayName { get; init; }

    /// <summary>In the shape of <see cref="EvaluationRequest.Scores"/>.</summary>
    public required float[] Scores { get; init; }

    /// <summary>The probability from which it calls a row positive (binary); null is the request's.</summary>
    public double? Threshold { get; init; }
}
