using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>
/// The number of edges that are not above the number: 0 below the first. Edges are given, or inner quantiles of the training rows as in
/// scikit-learn's KBinsDiscretizer, where edges nearer than 1e-8 count as one. Missing values stay missing.
/// </summary>
internal sealed class BucketTransform : ITransform
{
    private const double SmallestWidth = 1e-8;

    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context)
    {
        if (lane is not NumberLane number)
            return context.Unfit(lane, "a number");
        var given = context.Arguments.Has("edges");
        var present = number.Present();
        if (!given && present.Length == 0)
            return context.NotLearnable($"'{lane.Name}' has no value on the training rows, so there are no buckets. Leave it out.");
        var edges = given
            ? context.Arguments.Numbers("edges")
            : Quantiles(Statistics.Sorted(present), (int)context.Arguments.Number("count")!.Value);
        if (edges.Length == 0)
            return context.NotLearnable($"'{lane.Name}' has too few different values on the training rows for buckets. Give the edges.");
        context.Say($"{edges.Length + 1} buckets at {Shown(edges)}");
        return
        [
            number with
            {
                Value = Emit(number.Value, edges, context),
                Train = [.. number.Train.Select(value => double.IsNaN(value) ? value : edges.Count(edge => value >= edge))],
                Whole = true,
            },
        ];
    }

    internal static double[] Quantiles(double[] sorted, int count)
    {
        var edges = new List<double> { sorted[0] };
        for (var i = 1; i <= count; i++)
        {
            var edge = Quantile.At(sorted, i / (double)count);
            if (edge - edges[^1] > SmallestWidth)
                edges.Add(edge);
        }

        return [.. edges.Skip(1).SkipLast(1)];
    }

    private static string Shown(double[] edges) =>
        string.Join(", ", edges.Take(6).Select(edge => FormattableString.Invariant($"{edge:G6}"))) + (edges.Length > 6 ? ", …" : "");

    private static string Emit(string value, double[] edges, FitContext context)
    {
        var above = context.Node("GreaterOrEqual", value, context.Graph.AddConstant("edges", edges, 1, edges.Length));
        var axis = context.Graph.AddConstant("axis", [1L], 1);
        var sum = context.Graph.AddNode("ReduceSum", [context.Cast(above, OnnxType.Double), axis], ("keepdims", 1L));
        return context.Node("Where", context.IsMissing(value), context.Number(double.NaN), sum);
    }
}
