namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>What a comparison is called and what it decides.</summary>
internal static class Comparisons
{
    public static string Symbol(this Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => ">=",
        Comparison.AtMost => "<=",
        Comparison.Above => ">",
        Comparison.Below => "<",
        Comparison.Equal => "==",
        _ => "!=",
    };

    public static string Words(this Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => "at least",
        Comparison.AtMost => "at most",
        Comparison.Above => "above",
        Comparison.Below => "below",
        Comparison.Equal => "equal to",
        _ => "other than",
    };

    /// <summary>Whether a value may stand left of the limit.</summary>
    public static bool Holds(this Comparison comparison, double value, double limit) => comparison switch
    {
        Comparison.AtLeast => value >= limit,
        Comparison.AtMost => value <= limit,
        Comparison.Above => value > limit,
        Comparison.Below => value < limit,
        Comparison.Equal => value == limit,
        _ => value != limit,
    };

    /// <summary>True: every value of the interval holds. False: none does. Null: it straddles the limit.</summary>
    public static bool? Holds(this Comparison comparison, Interval interval, double limit)
    {
        var low = comparison.Holds(interval.Low, limit);
        var high = comparison.Holds(interval.High, limit);
        return low == high ? low : null;
    }
}
