using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates;

/// <summary>The unit that a value is shown in: the largest one that keeps it above 1.</summary>
/// <param name="Size">How much of the base unit it is.</param>
/// <param name="Suffix">What stands behind the number.</param>
internal sealed record DisplayUnit(double Size, string Suffix)
{
    private static readonly DisplayUnit Plain = new(1, "");
    private static readonly DisplayUnit Percent = new(0.01, "%");

    private static readonly DisplayUnit[] Times =
        [new(1e-6, " us"), new(1e-3, " ms"), new(1, " s"), new(60, " min"), new(3600, " h"), new(86_400, " d")];

    private static readonly DisplayUnit[] Sizes = [new(1, " B"), new(1e3, " kB"), new(1e6, " MB"), new(1e9, " GB")];

    public static DisplayUnit For(Dimension dimension, double value) => dimension switch
    {
        Dimension.Time => Largest(Times, value),
        Dimension.Size => Largest(Sizes, value),
        Dimension.Share => Percent,
        _ => Plain,
    };

    public double Scaled(double value) => Size == 1 ? value : value / Size;

    public string Of(double value, int decimals) => NumberText.Of(Scaled(value), decimals) + Suffix;

    public string Signed(double value, int decimals) => NumberText.Signed(Scaled(value), decimals) + Suffix;

    /// <summary>The value with enough decimals to tell it from another one.</summary>
    public string Apart(double value, double other) => Of(value, NumberText.DecimalsApart(Scaled(value), Scaled(other)));

    private static DisplayUnit Largest(DisplayUnit[] units, double value) =>
        Array.FindLast(units, unit => Math.Abs(value) >= unit.Size) ?? units[0];
}
