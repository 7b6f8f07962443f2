using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Curves;

/// <summary>
/// Actual against predicted: every row, or one drawn from each of 200 runs of rows of neighbouring labels, so the whole range is seen.
/// </summary>
internal static class ResidualSample
{
    private const long Stream = 0x0D00_0000_0000_0000;

    public static Curve Of(ScoredRows rows, long seed)
    {
        var order = Enumerable.Range(0, rows.Count).OrderBy(row => rows.Labels[row]).ThenBy(row => row).ToArray();
        var drawn = order.Length <= CurveThinning.Limit ? order : Draw(order, new SeededRandom(seed, Stream));
        return new Curve { Name = "residual", Points = [.. drawn.Select(row => new CurvePoint(rows.Labels[row], rows.Score(row)))] };
    }

    private static int[] Draw(int[] order, SeededRandom random)
    {
        var drawn = new int[CurveThinning.Limit];
        for (var i = 0; i < drawn.Length; i++)
        {
            var first = (int)((long)order.Length * i / drawn.Length);
            var end = (int)((long)order.Length * (i + 1) / drawn.Length);
            drawn[i] = order[first + random.Next(end - first)];
        }

        return drawn;
    }
}
