namespace MlOps.Build.Engine.Evaluation.Fairness;

/// <summary>
/// What is compared between groups, by the names of the field: demographic parity and the disparate impact of Title VII's four-fifths rule (Feldman et
/// al., 2015), equal opportunity and equalized odds (Hardt, Price and Srebro, 2016), between the groups that are furthest apart.
/// </summary>
internal static class FairnessMetrics
{
    public const string DemographicParity = "demographic_parity_difference";
    public const string DisparateImpact = "disparate_impact";
    public const string EqualOpportunity = "equal_opportunity_difference";
    public const string EqualizedOdds = "equalized_odds_difference";

    public static IReadOnlyList<string> Names { get; } = [DemographicParity, DisparateImpact, EqualOpportunity, EqualizedOdds];

    /// <summary>The metrics in the order of the names; NaN where a group lacks the rows, or nothing is called positive.</summary>
    public static double[] Of(GroupCounts[] groups)
    {
        var (least, most) = Range(groups, group => group.SelectionRate);
        var (leastTrue, mostTrue) = Range(groups, group => group.TruePositiveRate);
        var (leastFalse, mostFalse) = Range(groups, group => group.FalsePositiveRate);
        return [most - least, least / most, mostTrue - leastTrue, Math.Max(mostTrue - leastTrue, mostFalse - leastFalse)];
    }

    /// <summary>Why a metric has no value, in words.</summary>
    public static string Missing(string metric) => metric switch
    {
        DisparateImpact => "no row is called positive",
        EqualOpportunity => "a group has no positive rows",
        _ => "a group has no positive or no negative rows",
    };

    private static (double Least, double Most) Range(GroupCounts[] groups, Func<GroupCounts, double> rate)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var group in groups)
            (least, most) = (Math.Min(least, rate(group)), Math.Max(most, rate(group)));
        return (least, most);
    }
}
