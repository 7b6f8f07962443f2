using System.Text.Json.Serialization;

namespace MlOps.Build.Contracts;

/// <summary>A member of an ensemble.</summary>
/// <param name="Trainer">The trainer's name in the configuration.</param>
/// <param name="Weight">Its weight in the mean, 0 to 1; null where a model of the members' outputs combines them.</param>
[method: JsonConstructor]
public sealed record EnsembleMember(string Trainer, double? Weight = null);
