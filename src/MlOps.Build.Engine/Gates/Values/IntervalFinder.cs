using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;

namespace MlOps.Build.Engine.Gates.Values;

/// <summary>
/// Finds the interval of a linear form. One part has its own interval; a metric of the model minus the same metric of a reference
/// has the paired interval of the difference, and so has a compared trainer minus the naive baseline; a metric divided by the same metric
/// of a reference has the paired interval of the ratio. Any other combination has none: intervals of dependent parts do not add up.
/// </summary>
internal static class IntervalFinder
{
    /// <summary>The interval, or null when there is none.</summary>
    public static Interval? Of(LinearForm form, EvaluationSummary evaluation) => form.Terms switch
    {
        [] => new Interval(form.Offset, form.Offset),
        [var one] => one.Atom.Interval?.Map(one.Factor, form.Offset),
        [var first, var second] when first.Factor == -second.Factor => Pair(first, second, form.Offset, evaluation),
        _ => null,
    };

    /// <summary>The interval of one form divided by another, or null when there is none.</summary>
    public static Interval? Ratio(LinearForm above, LinearForm below, EvaluationSummary evaluation)
    {
        if (above is not { Offset: 0, Terms: [{ Atom: { Reference: null, Metric: { } metric } } own] }
            || below is not { Offset: 0, Terms: [{ Atom: { Reference: { } reference } } other] } || other.Atom.Metric != metric)
        {
            return null;
        }

        var ratio = evaluation.References.FirstOrDefault(item => item.Name == reference)?.Ratios.FirstOrDefault(item => item.Name == metric);
        return ratio is { Low: { } low, High: { } high } ? new Interval(low, high).Map(own.Factor / other.Factor, 0) : null;
    }

    /// <summary>Why a form has no interval, where what it is made of says so; null when it is no form that has one.</summary>
    public static string? WhyNone(LinearForm form, EvaluationSummary evaluation) => form.Terms switch
    {
        [{ Atom: { Metric: { } metric, Reference: var reference } }] => ReasonOf(
            reference is null ? evaluation.Metrics : evaluation.References.FirstOrDefault(item => item.Name == reference)?.Metrics, metric),
        [{ Atom: { Metric: { } metric } } first, var second] when metric == second.Atom.Metric =>
            ReasonOf(Differences(first.Atom.Reference, second.Atom.Reference, evaluation), metric),
        _ => null,
    };

    private static string? ReasonOf(IReadOnlyList<MetricValue>? values, string metric) =>
        values?.FirstOrDefault(value => value.Name == metric) is { Low: null, Reason: { } reason } ? reason : null;

    private static Interval? Pair(
        (Atom Atom, double Factor) first,
        (Atom Atom, double Factor) second,
        double offset,
        EvaluationSummary evaluation)
    {
        if (first.Atom.Metric is not { } metric || metric != second.Atom.Metric)
            return null;
        var swapped = second.Atom.Reference is null || first.Atom.Reference == ReferenceEvaluation.Baseline;
        var (own, other) = swapped ? (second, first) : (first, second);
        var difference = Differences(own.Atom.Reference, other.Atom.Reference, evaluation)?.FirstOrDefault(item => item.Name == metric);
        return difference is { Low: { } low, High: { } high } ? new Interval(low, high).Map(own.Factor, offset) : null;
    }

    private static IReadOnlyList<MetricValue>? Differences(string? own, string? other, EvaluationSummary evaluation) => (own, other) switch
    {
        (null, not null) => evaluation.References.FirstOrDefault(item => item.Name == other)?.Differences,
        (not null, ReferenceEvaluation.Baseline) => evaluation.References.FirstOrDefault(item => item.Name == own)?.OverBaseline,
        _ => null,
    };
}
