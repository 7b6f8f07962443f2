using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Curves;

/// <summary>ROC and precision-recall curves, one point a distinct score before thinning.</summary>
internal static class RankingCurves
{
    /// <summary>From (0, 0) to (1, 1); null without both classes.</summary>
    public static Curve? Roc(float[] labels, double[] scores, string? @class)
    {
        var steps = Steps(labels, scores);
        var (positives, negatives) = steps[^1];
        if (positives == 0 || negatives == 0)
            return null;
        var points = steps.Select(step => new CurvePoint((double)step.Negatives / negatives, (double)step.Positives / positives));
        return new Curve { Name = "roc", Class = @class, Points = CurveThinning.Thin([.. points]) };
    }

    /// <summary>From recall 0, where precision is 1 by convention, to recall 1; null without positives.</summary>
    public static Curve? PrecisionRecall(float[] labels, double[] scores, string? @class)
    {
        var steps = Steps(labels, scores);
        var positives = steps[^1].Positives;
        if (positives == 0)
            return null;
        var end = steps.FindIndex(step => step.Positives == positives);
        var points = steps.Skip(1).Take(end)
            .Select(step => new CurvePoint((double)step.Positives / positives, (double)step.Positives / (step.Positives + step.Negatives)))
            .Prepend(new CurvePoint(0, 1));
        return new Curve { Name = "pr", Class = @class, Points = CurveThinning.Thin([.. points]) };
    }

    private static List<(long Positives, long Negatives)> Steps(float[] labels, double[] scores)
    {
        var ranking = RankedRows.Create(labels, scores);
        List<(long Positives, long Negatives)> steps = [(0, 0)];
        long positives = 0, negatives = 0;
        for (var i = 0; i < ranking.Order.Length; i++)
        {
            if (labels[ranking.Order[i]] == 1)
                positives++;
            else
                negatives++;
            if (ranking.EndsGroup(i))
                steps.Add((positives, negatives));
        }

        return steps;
    }
}
