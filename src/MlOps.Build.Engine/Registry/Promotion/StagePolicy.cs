namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>Who may promote to a stage, and whose word it takes.</summary>
internal sealed record StagePolicy
{
    /// <summary>Who may promote; null is anybody.</summary>
    public IReadOnlyList<string>? Promote { get; init; }

    /// <summary>Who may approve and sign off; null is anybody.</summary>
    public IReadOnlyList<string>? Approve { get; init; }

    /// <summary>How many people have to approve.</summary>
    public int Approvals { get; init; }

    /// <summary>Whether the word of whoever built or promotes does not count.</summary>
    public bool FourEyes { get; init; }
}
