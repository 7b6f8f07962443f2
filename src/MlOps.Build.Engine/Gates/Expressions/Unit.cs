using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A unit that may stand behind a number. The base unit is <c>factor / divisor</c> of it, so that 5ms is exactly 5 / 1000.</summary>
internal sealed record Unit(string Symbol, Dimension Dimension, double Factor, double Divisor = 1)
{
    /// <summary>The number in the base unit: seconds, bytes or a part of one.</summary>
    public double Of(double number) => number * Factor / Divisor;
}
