namespace MlOps.Build.Contracts;

/// <summary>The checks that the checklist asks for.</summary>
public sealed record ModelChecks
{
    /// <summary>The checks, in ordinal order of their names.</summary>
    public IReadOnlyList<CheckValue> Values { get => field ?? []; init; } = [];

    /// <summary>The machine that measured, for checks whose values differ between machines; null for those that do not.</summary>
    public string? Machine { get; init; }
}
