using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>Keeps a number within fixed limits, or within quantiles of the training rows. Missing values stay missing.</summary>
internal sealed class ClipTransform : ITransform
{
    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context)
    {
        if (lane is not NumberLane number)
            return context.Unfit(lane, "a number");
        var present = number.Present();
        if (present.Length == 0 && context.Arguments.Has("quantiles"))
            return context.NotLearnable($"'{lane.Name}' has no value on the training rows, so there are no quantiles. Leave it out.");
        var (minimum, maximum) = Limits(present, context.Arguments);
        context.Say($"clip to {minimum}..{maximum}");
        return
        [
            number with
            {
                Value = Bound("Greater", Bound("Less", number.Value, minimum, context), maximum, context),
                Train = [.. number.Train.Select(value => value < minimum ? minimum.Value : value > maximum ? maximum.Value : value)],
                Whole = number.Whole && IsWhole(minimum) && IsWhole(maximum),
            },
        ];
    }

    private static (double? Minimum, double? Maximum) Limits(double[] present, TransformArguments arguments)
    {
        if (!arguments.Has("quantiles"))
            return (arguments.Number("minimum"), arguments.Number("maximum"));
        var (shares, sorted) = (arguments.Numbers("quantiles"), Statistics.Sorted(present));
        return (Quantile.At(sorted, shares[0]), Quantile.At(sorted, shares[1]));
    }

    private static string Bound(string comparison, string value, double? limit, FitContext context)
    {
        if (limit is null)
            return value;
        var bound = context.Number(limit.Value);
        return context.Node("Where", context.Node(comparison, value, bound), bound, value);
    }

    private static bool IsWhole(double? limit) => limit is null || limit == Math.Floor(limit.Value);
}
