using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>The model's own metrics: <c>auc</c>, <c>log_loss</c> …</summary>
internal sealed class MetricNames : INameProvider
{
    public IEnumerable<string> Names(GateScope scope) => scope.Metrics;

    public Quantity? Resolve(string name, GateFacts facts) =>
        facts.Evaluation.Metrics.FirstOrDefault(metric => metric.Name == name) is { } metric ? Measured(metric, name, name, null) : null;

    /// <summary>A metric as a quantity that remembers where it comes from.</summary>
    internal static Quantity Measured(MetricValue metric, string key, string? name, string? reference)
    {
        if (metric.Value is not { } value || !double.IsFinite(value))
            return Quantity.Undefined($"{MetricWords.Of(metric.Name)} is not defined: {metric.Reason ?? "it was not measured"}");
        return Quantity.Of(value, LinearForm.Of(new Atom(key, name, reference, IntervalOf(metric))));
    }

    private static Interval? IntervalOf(MetricValue metric) =>
        metric is { Low: { } low, High: { } high } && double.IsFinite(low) && double.IsFinite(high) ? new Interval(low, high) : null;
}
