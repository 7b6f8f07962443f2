using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Curves;

/// <summary>What the rows with the largest scores hold, by their share of all rows: one point a distinct score before thinning.</summary>
internal static class LiftCurves
{
    /// <summary>The cumulative gains curve, from (0, 0) to (1, 1), and the lift curve; none without positives.</summary>
    public static IEnumerable<Curve> Of(MetricSample sample)
    {
        if (sample.Emptiness is not null || sample.Groups.TotalPositives == 0)
            return [];
        var gains = Gains(sample);
        var lifts = gains.Skip(1).Select(point => new CurvePoint(point.X, point.Y / point.X));
        return
        [
            new Curve { Name = "gain", Points = CurveThinning.Thin(gains) },
            new Curve { Name = "lift", Points = CurveThinning.Thin([.. lifts]) },
        ];
    }

    private static List<CurvePoint> Gains(MetricSample sample)
    {
        var groups = sample.Groups;
        List<CurvePoint> points = [new(0, 0)];
        double rows = 0, positives = 0;
        for (var i = 0; i < groups.Scores.Length; i++)
        {
            if (groups.Positives[i] + groups.Negatives[i] == 0)
                continue;
            rows += groups.Positives[i] + groups.Negatives[i];
            positives += groups.Positives[i];
            points.Add(new CurvePoint(rows / sample.TotalWeight, positives / groups.TotalPositives));
        }

        return points;
    }
}
