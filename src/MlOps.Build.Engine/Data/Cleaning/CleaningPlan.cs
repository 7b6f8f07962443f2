namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>What the contract says of cleaning: <c>cleaning</c> and <c>quarantine</c>.</summary>
internal sealed record CleaningPlan
{
    public static readonly CleaningPlan None = new();

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<CleaningStep> Steps { get; init; } = [];

    /// <summary>The quarantine; null when the contract has none.</summary>
    public QuarantineRule? Quarantine { get; init; }

    public bool IsEmpty => Steps.Count == 0 && Quarantine is null;
}
