using System.Text.Json.Serialization;
using MlOps.Build.Engine.Training.Combining;

namespace MlOps.Build.Engine.Configuration;

/// <summary>A member of <c>trainer: ensemble</c>: a trainer, or a model that another project or package has made.</summary>
internal sealed record MemberConfig
{
    /// <summary>The trainer's name; empty for a model.</summary>
    public string Trainer { get; init; } = "";

    /// <summary>As declared, by name; the trainer's defaults fill the rest.</summary>
    public IReadOnlyDictionary<string, double> Hyperparameters { get; init; } = new SortedDictionary<string, double>();

    /// <summary>The id of the model's package; null for other members.</summary>
    public string? Package { get; init; }

    /// <summary>The path of the model's project, from this project's folder; null for other members.</summary>
    public string? Project { get; init; }

    /// <summary>The model; null for a trainer, and where nothing is trained.</summary>
    [JsonIgnore]
    public MemberModel? Model { get; init; }

    /// <summary>Whether it is made already.</summary>
    public bool IsModel => Package is not null || Project is not null;

    /// <summary>What it is called.</summary>
    public string Name => Package ?? (Project is { } path ? Path.GetFileNameWithoutExtension(path.Replace('\\', '/')) : Trainer);

    public bool Equals(MemberConfig? other) =>
        other is not null && (Trainer, Package, Project) == (other.Trainer, other.Package, other.Project)
        && Hyperparameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual(other.Hyperparameters.OrderBy(pair => pair.Key, StringComparer.Ordinal));

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
