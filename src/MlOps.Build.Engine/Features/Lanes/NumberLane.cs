namespace MlOps.Build.Engine.Features.Lanes;

/// <summary>A float64 number; NaN where missing.</summary>
/// <param name="Name">What the inputs made of it are called.</param>
/// <param name="Value">The graph's value.</param>
/// <param name="Train">The training rows' values.</param>
/// <param name="Whole">True when only whole numbers occur, so that they may be taken as categories.</param>
/// <param name="Scaled">True when it was scaled, or declared to stay as it is.</param>
/// <param name="Filled">True when no value can be missing any more.</param>
internal sealed record NumberLane(string Name, string Value, double[] Train, bool Whole, bool Scaled = false, bool Filled = false)
    : Lane(Name, Value)
{
    public override string Kind => "a number";

    /// <summary>The training rows' values without the missing ones, in order of rows.</summary>
    public double[] Present() => [.. Train.Where(value => !double.IsNaN(value))];
}
