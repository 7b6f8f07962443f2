using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>What lies between <c>min_value</c> and <c>max_value</c>; a limit that is null allows everything.</summary>
internal sealed record Limits(Scalar? Minimum, Scalar? Maximum, bool StrictMinimum = false, bool StrictMaximum = false)
{
    public bool Allows(double value) =>
        (Minimum is not { } low || (StrictMinimum ? value > low.Number : value >= low.Number))
        && (Maximum is not { } high || (StrictMaximum ? value < high.Number : value <= high.Number));

    /// <summary>By code points.</summary>
    public bool Allows(string text) =>
        (Minimum is not { } low || CodePoints.Compare(text, low.Text) is var below && (StrictMinimum ? below > 0 : below >= 0))
        && (Maximum is not { } high || CodePoints.Compare(text, high.Text) is var above && (StrictMaximum ? above < 0 : above <= 0));

    /// <summary>Whether both limits can be compared with values of a type.</summary>
    public bool Fit(ColumnType type) =>
        (Minimum is not { } low || ScalarKeys.IsComparable(type, low)) && (Maximum is not { } high || ScalarKeys.IsComparable(type, high));

    /// <summary>The allowed keys of a type that is not text and that the limits fit.</summary>
    public KeyRange Keys(ColumnType type) => KeyRange.Of(LowestKey(type), HighestKey(type));

    public override string ToString() => (Minimum, Maximum) switch
    {
        (null, null) => "anything",
        (null, { } high) => $"{(StrictMaximum ? "below" : "at most")} {high}",
        ({ } low, null) => $"{(StrictMinimum ? "above" : "at least")} {low}",
        ({ } low, { } high) => $"{low}..{high}" + (StrictMinimum || StrictMaximum ? $" without {Excluded}" : ""),
    };

    private string Excluded => (StrictMinimum, StrictMaximum) switch
    {
        (true, true) => "both ends",
        (true, _) => "the lower end",
        _ => "the upper end",
    };

    // Above the limit means: from the key after the last one that is not above it.
    private Int128 LowestKey(ColumnType type) => Minimum is not { } limit
        ? long.MinValue
        : StrictMinimum ? ScalarKeys.Highest(type, limit)!.Value + 1 : ScalarKeys.Lowest(type, limit)!.Value;

    private Int128 HighestKey(ColumnType type) => Maximum is not { } limit
        ? long.MaxValue
        : StrictMaximum ? ScalarKeys.Lowest(type, limit)!.Value - 1 : ScalarKeys.Highest(type, limit)!.Value;
}
