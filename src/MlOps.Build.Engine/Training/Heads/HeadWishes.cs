namespace MlOps.Build.Engine.Training.Heads;

/// <summary>What somebody said about a graph's inputs and outputs, where its own names do not say enough.</summary>
internal sealed record HeadWishes
{
    public static readonly HeadWishes None = new();

    /// <summary>The features of an input, in its order, by the input's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Inputs { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The output that is the model's; null is the one that fits.</summary>
    public string? Output { get; init; }
}
