using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>What a predictor is generated from.</summary>
internal sealed record PredictorOptions
{
    /// <summary>The signature that schema and training configuration promise; <see cref="ModelSignature.Classes"/> as far as the contract names them.</summary>
    public required ModelSignature Signature { get; init; }

    /// <summary>The namespace, such as <c>BirdStrikes</c>.</summary>
    public required string Namespace { get; init; }

    /// <summary>The beginning of the types' names, such as <c>BirdStrikes</c> for <c>BirdStrikesPredictor</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The class that a derived binary label means by positive, when the configuration names exactly one.</summary>
    public string? PositiveClass { get; init; }

    /// <summary>True when a binary label is true or false in the data, or derived under a name of its own.</summary>
    public bool LabelIsStatement { get; init; }

    /// <summary>The text columns that become enums: those whose values the contract closes, when enums are asked for.</summary>
    public IReadOnlyCollection<string> Enums { get; init; } = [];

    /// <summary>True when rows are checked against the contract unless a call says otherwise.</summary>
    public bool Checks { get; init; }

    /// <summary>False leaves out <c>services.AddX()</c>.</summary>
    public bool AddServices { get; init; } = true;
}
