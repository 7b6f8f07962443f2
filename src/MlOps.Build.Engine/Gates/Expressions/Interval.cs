namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A confidence interval, ends included.</summary>
internal readonly record struct Interval(double Low, double High)
{
    /// <summary>The interval of <c>factor * x + constant</c>.</summary>
    public Interval Map(double factor, double constant)
    {
        var first = (Low * factor) + constant;
        var second = (High * factor) + constant;
        return new Interval(Math.Min(first, second), Math.Max(first, second));
    }
}
