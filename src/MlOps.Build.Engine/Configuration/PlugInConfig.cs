namespace MlOps.Build.Engine.Configuration;

/// <summary>The section <c>project</c>: which trainer of the assemblies that the project refers to, and how long it may take.</summary>
internal sealed record PlugInConfig
{
    /// <summary>The trainer's own name; null when there is only one.</summary>
    public string? Name { get; init; }

    /// <summary>How long a training may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeoutReader.Default;
}
