namespace MlOps.Build.Engine.Packaging.Envelopes;

/// <summary>What a build was told about itself; null where nobody said.</summary>
internal sealed record BuildOrigin
{
    public string? Commit { get; init; }

    public string? Ref { get; init; }

    public string? Repository { get; init; }

    public string? Run { get; init; }

    public string? Actor { get; init; }

    public string? Time { get; init; }

    /// <summary>What ran the build, as a URI: the workflow, the runner or the pipeline.</summary>
    public string? Builder { get; init; }

    public bool IsKnown => (Commit ?? Ref ?? Repository ?? Run ?? Actor ?? Time) is not null;

    /// <summary>This origin, completed by another.</summary>
    public BuildOrigin Or(BuildOrigin other) => new()
    {
        Commit = Commit ?? other.Commit,
        Ref = Ref ?? other.Ref,
        Repository = Repository ?? other.Repository,
        Run = Run ?? other.Run,
        Actor = Actor ?? other.Actor,
        Time = Time ?? other.Time,
        Builder = Builder ?? other.Builder,
    };
}
