namespace MlOps.Build.Engine.Features;

/// <summary>The parts of a date or timestamp (in UTC) that can be taken as numbers.</summary>
internal static class DatePart
{
    public const string Year = "year";

    /// <summary>1 to 12.</summary>
    public const string Month = "month";

    /// <summary>1 to 31.</summary>
    public const string Day = "day";

    /// <summary>Monday 0 to Sunday 6, as in pandas.</summary>
    public const string DayOfWeek = "day_of_week";

    /// <summary>1 to 366.</summary>
    public const string DayOfYear = "day_of_year";

    /// <summary>0 to 23; timestamps only.</summary>
    public const string Hour = "hour";

    public static readonly IReadOnlyList<string> Names = [Year, Month, Day, DayOfWeek, DayOfYear, Hour];
}
