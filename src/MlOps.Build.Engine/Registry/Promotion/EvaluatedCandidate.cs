using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Promotion.Consumers;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>A packed model, evaluated again and judged for a stage.</summary>
/// <param name="Evaluation">What was measured.</param>
/// <param name="Gate">The stage's checklist, judged.</param>
/// <param name="SameRows">Whether the test rows are those that the package was judged on.</param>
/// <param name="Measures">What the application measured.</param>
internal sealed record EvaluatedCandidate(EvaluationSummary Evaluation, GateSummary Gate, bool SameRows, ConsumerMeasures Measures);
