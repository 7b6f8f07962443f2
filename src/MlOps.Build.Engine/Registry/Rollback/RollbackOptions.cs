namespace MlOps.Build.Engine.Registry.Rollback;

/// <summary>What is to be rolled back.</summary>
internal sealed record RollbackOptions
{
    /// <summary>The artifact or package; null where the registry holds only one.</summary>
    public string? Artifact { get; init; }

    public required string Stage { get; init; }

    /// <summary>The version to return to; null is the one below the one in force.</summary>
    public string? To { get; init; }

    /// <summary>Why, in one line.</summary>
    public string? Reason { get; init; }

    /// <summary>Who is to answer for it; null is whom git says.</summary>
    public string? Actor { get; init; }

    /// <summary>The address or number of the run that does it.</summary>
    public string? Run { get; init; }

    /// <summary>Say what would be done, and do nothing.</summary>
    public bool DryRun { get; init; }
}
