using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Curves;

/// <summary>
/// Precision, recall, F1 and the share of rows flagged, by threshold: every distinct score, or 200 of them evenly spread over the ranked
/// rows. All four have the same thresholds, ascending; a row is flagged when its score is at least the threshold.
/// </summary>
internal static class ThresholdCurves
{
    /// <summary>None without positives.</summary>
    public static IEnumerable<Curve> Of(MetricSample sample)
    {
        if (sample.Emptiness is not null || sample.Groups.TotalPositives == 0)
            return [];
        var places = Places(sample.Groups);
        return
        [
            Curve("threshold_precision", places, (positives, rows) => positives / rows),
            Curve("threshold_recall", places, (positives, _) => positives / sample.Groups.TotalPositives),
            Curve("threshold_f1", places, (positives, rows) => 2 * positives / (rows + sample.Groups.TotalPositives)),
            Curve("threshold_flagged", places, (_, rows) => rows / sample.TotalWeight),
        ];
    }

    private static Curve Curve(
        string name, List<(double Score, double Positives, double Rows)> places, Func<double, double, double> value) =>
        new() { Name = name, Points = [.. places.Select(place => new CurvePoint(place.Score, value(place.Positives, place.Rows)))] };

    private static List<(double Score, double Positives, double Rows)> Places(RankedGroups groups)
    {
        var places = new List<(double Score, double Positives, double Rows)>();
        double rows = 0, positives = 0;
        for (var i = 0; i < groups.Scores.Length; i++)
        {
            rows += groups.Positives[i] + groups.Negatives[i];
            positives += groups.Positives[i];
            if (rows > 0)
                places.Add((groups.Scores[i], positives, rows));
        }

        places.Reverse();
        return places.Count <= CurveThinning.Limit ? places : [.. Spread(places)];
    }

    // The last kept place is always the largest score, the first one the smallest.
    private static IEnumerable<(double Score, double Positives, double Rows)> Spread(
        List<(double Score, double Positives, double Rows)> places)
    {
        for (var i = 0; i < CurveThinning.Limit; i++)
            yield return places[(int)((long)i * (places.Count - 1) / (CurveThinning.Limit - 1))];
    }
}
