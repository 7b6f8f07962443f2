namespace MlOps.Build.Engine.Features.Lanes;

/// <summary>Finished inputs: float32 <c>[N, inputs]</c>.</summary>
/// <param name="Name">What it was made of.</param>
/// <param name="Value">The graph's value.</param>
/// <param name="Inputs">The inputs' names.</param>
/// <param name="Categories">How many codes without an order an input holds; 0 for numbers.</param>
internal sealed record DoneLane(string Name, string Value, IReadOnlyList<string> Inputs, int Categories = 0) : Lane(Name, Value)
{
    public override string Kind => "finished";
}
