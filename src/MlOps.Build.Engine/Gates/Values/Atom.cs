using MlOps.Build.Engine.Gates.Expressions;

namespace MlOps.Build.Engine.Gates.Values;

/// <summary>A part of a linear form that is measured: a metric of the model or of a reference, or what stands for itself.</summary>
/// <param name="Key">Equal for equal parts.</param>
/// <param name="Metric">The metric, when the part is one over all test rows.</param>
/// <param name="Reference">The reference whose metric it is; null for the model's own.</param>
/// <param name="Interval">Its own interval, when there is one.</param>
internal sealed record Atom(string Key, string? Metric, string? Reference, Interval? Interval);
