using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Measures the quality of data by what a reading found.</summary>
/// <param name="run">The reading.</param>
/// <param name="rows">The number of rows.</param>
internal sealed class QualityScores(ContractRun run, long rows)
{
    /// <summary>Null for a table without rows.</summary>
    /// <param name="tableRules">The rules on the table and between columns.</param>
    /// <param name="brokenTableRules">How many of them do not hold.</param>
    /// <param name="timeliness">How fresh the data are; null when that was not judged.</param>
    public DataQuality? All(int tableRules, int brokenTableRules, double? timeliness = null) => rows == 0 ? null : new DataQuality
    {
        Completeness = Completeness(),
        Validity = Mean(run.Rules.GroupBy(rule => rule.Column).Select(Validity)),
        Uniqueness = Mean(Uniqueness()),
        Consistency = tableRules == 0 ? null : (double)(tableRules - brokenTableRules) / tableRules,
        Timeliness = timeliness,
    };

    private double Completeness()
    {
        var missing = run.Totals.Sum(column => column.Missing - column.Unread);
        return 1 - ((double)missing / (rows * run.Totals.Length));
    }

    private double? Validity(IGrouping<int, CheckedRule> column)
    {
        var totals = run.Totals[column.Key];
        var given = totals.Rows - totals.Missing + totals.Unread;
        var broken = column.Where(rule => rule.Rule is not MissingRule && rule.Search is null).Sum(rule => rule.Failing.Count);
        return given == 0 ? null : 1 - ((double)Math.Min(broken, given) / given);
    }

    private IEnumerable<double?> Uniqueness()
    {
        foreach (var rule in run.Rules.Where(rule => rule.Search is not null))
        {
            var present = rows - run.Totals[rule.Column].Missing;
            yield return present == 0 ? null : 1 - ((double)rule.Failing.Count / present);
        }

        if (run.Key is not null)
            yield return 1 - ((double)run.RepeatedKeys.Count / rows);
    }

    private static double? Mean(IEnumerable<double?> shares) => shares.OfType<double>().ToList() is { Count: > 0 } given ? given.Average() : null;
}
