namespace MlOps.Build.Contracts;

/// <summary>A column that rows which changed sides hold otherwise than the rest.</summary>
public sealed record ChampionSideColumn
{
    /// <summary>The column's name.</summary>
    public required string Column { get; init; }

    /// <summary>
    /// How much the column tells about having changed sides, 0 to 1, chance taken away: for numbers and dates the point-biserial
    /// correlation, <c>sqrt(1 - (1 - r²)(n - 1)/(n - 2))</c>; for groups Cramér's V as corrected by Bergsma (2013).
    /// </summary>
    public required double Association { get; init; }

    /// <summary>The group that is over-represented most among these rows; null for numbers. <c>(missing)</c> is a group.</summary>
    public string? Group { get; init; }

    /// <summary>The mean in these rows, or the group's share in them; dates as days since 1970-01-01.</summary>
    public required double Here { get; init; }

    /// <summary>The mean in the rest, or the group's share in it.</summary>
    public required double Rest { get; init; }

    /// <summary>The difference of the means by the root of the mean of the two variances (Austin, 2009); null for groups.</summary>
    public double? StandardizedDifference { get; init; }
}
