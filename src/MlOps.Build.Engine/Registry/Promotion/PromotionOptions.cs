using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Registry.Feeds;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>What is to be promoted, where to, and with what.</summary>
internal sealed record PromotionOptions
{
    /// <summary>The package's id.</summary>
    public required string Package { get; init; }

    /// <summary>Its version in the feed, most often a pre-release.</summary>
    public required string Version { get; init; }

    /// <summary>The target stage.</summary>
    public required string Stage { get; init; }

    /// <summary>The name in the registry; null is that of the package.</summary>
    public string? Artifact { get; init; }

    /// <summary>Where the package is, and where it goes under its stable version.</summary>
    public required IPackageFeed Feed { get; init; }

    /// <summary>The folder or address that NuGet has to be told of; null when it knows the feed.</summary>
    public string? Source { get; init; }

    /// <summary>The model's project: data, contract, configuration and checklist.</summary>
    public required ModelProject Project { get; init; }

    /// <summary>The commit that the version is registered on when the package names none; null is the one that is checked out.</summary>
    public string? Commit { get; init; }

    /// <summary>Why, in one line.</summary>
    public string? Reason { get; init; }

    /// <summary>Who acts, and in which run.</summary>
    public BuildOrigin Origin { get; init; } = new();

    /// <summary>Where what is made on the way lies; it is removed at the end.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>Do everything but push, tag and write.</summary>
    public bool DryRun { get; init; }

    /// <summary>A folder below the project, so that its <c>nuget.config</c> holds for the application that tries the package.</summary>
    public static string WorkFolderOf(ModelProject project) =>
        Path.Combine(project.Folder, "obj", $"mlops-promotion-{Guid.NewGuid():N}");
}
