using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>What a model gave for the test rows.</summary>
/// <param name="Scores">Row-major probabilities, or one prediction a row.</param>
/// <param name="Bounds">The intervals of the rows; null when the model gives none.</param>
/// <param name="Threshold">The probability from which it calls a row positive (binary); null is the configuration's.</param>
internal sealed record TestScores(float[] Scores, PredictionBounds? Bounds, double? Threshold);
