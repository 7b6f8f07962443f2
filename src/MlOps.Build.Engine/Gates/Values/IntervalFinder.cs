using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;

namespace MlOps.Build.Engine.Gates.Values;

/// <summary>
/// Finds the interval of a linear form. One part has its own interval; a metric of the model minus the same metric of a reference
/// has the paired interval of the difference. Any other combination has none: intervals of dependent parts do not add up.
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

    private static Interval? Pair(
        (Atom Atom, double Factor) first,
        (Atom Atom, double Factor) second,
        double offset,
        EvaluationSummary evaluation)
    {
        var (own, other) = first.Atom.Reference is null ? (first, second) : (second, first);
        if (own.Atom.Metric is not { } metric || metric != other.Atom.Metric)
            return null;
        if (own.Atom.Reference is not null || other.Atom.Reference is not { } reference)
            return null;
        var difference = evaluation.References.FirstOrDefault(item => item.Name == reference)?.Differences
            .FirstOrDefault(item => item.Name == metric);
        return difference is { Low: { } low, High: { } high } ? new Interval(low, high).Map(own.Factor, offset) : null;
    }
}
