namespace MlOps.Build.Engine.Configuration;

/// <summary>A member of <c>trainer: ensemble</c>.</summary>
internal sealed record MemberConfig
{
    /// <summary>The trainer's name.</summary>
    public required string Trainer { get; init; }

    /// <summary>As declared, by name; the trainer's defaults fill the rest.</summary>
    public IReadOnlyDictionary<string, double> Hyperparameters { get; init; } = new SortedDictionary<string, double>();

    public bool Equals(MemberConfig? other) =>
        other is not null && Trainer == other.Trainer && Hyperparameters.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SequenceEqual(other.Hyperparameters.OrderBy(pair => pair.Key, StringComparer.Ordinal));

    public override int GetHashCode() => Trainer.GetHashCode(StringComparison.Ordinal);
}
