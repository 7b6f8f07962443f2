using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates;

/// <summary>The unit that a value is shown in: the largest one that keeps it above 1.</summary>
/// <param name="Size">How much of the base unit it is.</param>
/// <param name="Suffix">What stands behind the number.</param>
internal sealed record DisplayUnit(double Size, string Suffix)
{
    private static readonly DisplayUnit Plain = new(1, "");
    private static readonly DisplayUnit Percent = new(0.01, "%") { IsWholeWhereItCan = true };
    private static readonly DisplayUnit Number = new(1, "") { IsWholeWhereItCan = true };

    private static readonly DisplayUnit[] Times =
        [new(1e-6, " us"), new(1e-3, " ms"), new(1, " s"), new(60, " min"), new(3600, " h"), new(86_400, " d")];

    private static readonly DisplayUnit[] Sizes = [new(1, " B"), new(1e3, " kB"), new(1e6, " MB"), new(1e9, " GB")];

    // 40 per cent and 5 groups need no decimals, an area of 1.000 does.
    private bool IsWholeWhereItCan { get; init; }

    public static DisplayUnit For(Dimension dimension, double value) => dimension switch
    {
        Dimension.Time => Largest(Times, value),
        Dimension.Size => Largest(Sizes, value),
        Dimension.Share => Percent,
        Dimension.Count => Number,
        _ => Plain,
    };

    public double Scaled(double value) => Size == 1 ? value : value / Size;

    public string Of(double value, int decimals) => NumberText.Of(Scaled(value), decimals) + Suffix;

    public string Signed(double value, int decimals) => NumberText.Signed(Scaled(value), decimals) + Suffix;

    /// <summary>The value with enough decimals to tell it from another one.</summary>
    public string Apart(double value, double other) => Of(value, Decimals(value, other));

    /// <summary>Enough decimals to read a value, and to tell it from another one.</summary>
    public int Decimals(double value, double other) =>
        NumberText.DecimalsApart(Scaled(value), Scaled(other), Math.Max(Decimals(value), Decimals(other)));

    /// <summary>Enough decimals to read a value.</summary>
    public int Decimals(double value)
    {
        var scaled = Scaled(value);
        if (!IsWholeWhereItCan)
            return NumberText.Decimals(scaled);
        return Math.Abs(scaled - Math.Round(scaled)) < 1e-9 ? 0 : Math.Min(1, NumberText.Decimals(scaled));
    }

    private static DisplayUnit Largest(DisplayUnit[] units, double value) =>
        Array.FindLast(units, unit => Math.Abs(value) >= unit.Size) ?? units[0];
}
