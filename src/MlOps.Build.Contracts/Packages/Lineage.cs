namespace MlOps.Build.Contracts;

/// <summary>What a model was made from. Holds neither time nor commit: those stand in the envelope beside the package.</summary>
public sealed record Lineage
{
    /// <summary>The data files as read.</summary>
    public required IReadOnlyList<DataFile> Data { get; init; }

    /// <summary>The configuration files that took part: contract, training configuration, checklist, model card, and what a training program
    /// or a model made elsewhere consists of.</summary>
    public required IReadOnlyList<DataFile> Configuration { get; init; }

    /// <summary>The key of each stage, by stage.</summary>
    public required IReadOnlyDictionary<string, string> Stages { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>The version of the kit that built it.</summary>
    public required string Kit { get; init; }
}
