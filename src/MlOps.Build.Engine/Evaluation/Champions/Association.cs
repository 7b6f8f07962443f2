namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>
/// How much a column tells about which of two parts a row belongs to, 0 to 1, less what chance gives. Both measures are the same for a
/// column of two values, so numbers and groups can be ranked together.
/// </summary>
internal static class Association
{
    /// <summary>The point-biserial correlation, its square adjusted as R² is: <c>1 - (1 - r²)(n - 1)/(n - 2)</c>; 0 when that is negative.</summary>
    public static double OfNumbers(SampleMoments here, SampleMoments rest)
    {
        double n = here.Count + rest.Count;
        var gap = here.Mean - rest.Mean;
        var between = gap * gap * here.Count * rest.Count / n;
        var within = (here.Variance * (here.Count - 1)) + (rest.Variance * (rest.Count - 1));
        if (!(between > 0))
            return 0;
        var square = between / (between + within);
        return Math.Sqrt(Math.Max(0, 1 - ((1 - square) * (n - 1) / (n - 2))));
    }

    /// <summary>Cramér's V of a table with two columns, corrected by Bergsma (2013).</summary>
    public static double OfGroups(IReadOnlyList<(int Here, int Others)> groups)
    {
        double here = groups.Sum(group => group.Here), rest = groups.Sum(group => group.Others), n = here + rest;
        double rows = groups.Count;
        if (rows < 2 || here == 0 || rest == 0)
            return 0;
        var square = groups.Sum(group => Square(group.Here, (group.Here + group.Others) * here / n) + Square(group.Others, (group.Here + group.Others) * rest / n));
        var corrected = Math.Max(0, (square / n) - ((rows - 1) / (n - 1)));
        var width = Math.Min(rows - ((rows - 1) * (rows - 1) / (n - 1)), 2 - (1 / (n - 1))) - 1;
        return width > 0 ? Math.Min(1, Math.Sqrt(corrected / width)) : 0;
    }

    private static double Square(double observed, double expected) => (observed - expected) * (observed - expected) / expected;
}
