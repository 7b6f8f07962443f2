namespace MlOps.Build.Engine.Features.Lanes;

/// <summary>
/// A value on its way through the transformations: its name in the graph beside what the training rows hold there. Transformations take
/// a lane and give others; statistics are learned from the training values.
/// </summary>
/// <param name="Name">What the inputs made of it are called.</param>
/// <param name="Value">The graph's value, <c>[N, 1]</c> (<see cref="DoneLane"/>: <c>[N, inputs]</c>).</param>
internal abstract record Lane(string Name, string Value)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }
}
