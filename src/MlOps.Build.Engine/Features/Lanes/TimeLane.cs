namespace MlOps.Build.Engine.Features.Lanes;

/// <summary>A date (days) or timestamp (milliseconds) since 1970-01-01 UTC; <c>ModelSignature.MissingTime</c> where missing.</summary>
/// <param name="Name">What the inputs made of it are called.</param>
/// <param name="Value">The graph's value.</param>
/// <param name="Train">The training rows' values.</param>
/// <param name="HasTimeOfDay">True for timestamps.</param>
internal sealed record TimeLane(string Name, string Value, long[] Train, bool HasTimeOfDay) : Lane(Name, Value)
{
    public override string Kind => HasTimeOfDay ? "a timestamp" : "a date";
}
