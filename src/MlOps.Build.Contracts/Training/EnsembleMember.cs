using System.Text.Json.Serialization;

namespace MlOps.Build.Contracts;

/// <summary>A member of an ensemble.</summary>
/// <param name="Trainer">The trainer's name in the configuration.</param>
/// <param name="Weight">Its weight in the mean, 0 to 1; null where a model of the members' outputs combines them.</param>
[method: JsonConstructor]
public sealed record EnsembleMember(string Trainer, double? Weight = null)
{
    /// <summary>Its settings that differ from the defaults, by name; null when none does.</summary>
    public IReadOnlyDictionary<string, double>? Hyperparameters { get; init; }

    /// <summary>In a cascade, the probability from which it decides, 0 to 1; null for the last member, and elsewhere.</summary>
    public double? Confidence { get; init; }

    /// <summary>In a cascade, the share of the validation rows that it decides, 0 to 1; null without such rows, and elsewhere.</summary>
    public double? Share { get; init; }
}
