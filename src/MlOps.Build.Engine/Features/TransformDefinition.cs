namespace MlOps.Build.Engine.Features;

/// <summary>A transformation that can be declared.</summary>
internal sealed record TransformDefinition
{
    public required string Name { get; init; }

    /// <summary>What it does, one sentence.</summary>
    public required string Description { get; init; }

    public IReadOnlyList<TransformArgument> Arguments { get; init; } = [];

    /// <summary>What is wrong with the arguments taken together, or null. Each was already checked alone.</summary>
    public Func<IReadOnlyDictionary<string, IReadOnlyList<string>>, string?>? Check { get; init; }
}
