namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>A metric's value, or why it has none. Never NaN with a null reason.</summary>
/// <param name="Value">The value; NaN when undefined.</param>
/// <param name="Reason">Why it is undefined, in words; null when it is defined.</param>
internal readonly record struct MetricOutcome(double Value, string? Reason)
{
    public bool IsDefined => Reason is null;

    public static implicit operator MetricOutcome(double value) =>
        double.IsFinite(value) ? new(value, null) : Undefined("the values are too large for a finite result");

    public static MetricOutcome Undefined(string reason) => new(double.NaN, reason);
}
