namespace MlOps.Build.Engine.Configuration;

/// <summary>What the model's dependence on its features must keep to.</summary>
internal sealed record ConstraintConfig
{
    /// <summary>By feature: 1 when the prediction must not fall with it, -1 when it must not rise.</summary>
    public IReadOnlyDictionary<string, int> Monotone { get; init; } = new Dictionary<string, int>();

    /// <summary>Groups of features or columns that may depend on each other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Interactions { get; init; } = [];

    public bool AreNone => Monotone.Count == 0 && Interactions.Count == 0;
}
