namespace MlOps.Build.Contracts;

/// <summary>
/// What a model was built with, as far as it is the same wherever it is built. Operating system, processor and the framework's patch
/// change no bit of a model; as with commit and time, the envelope beside the package has them.
/// </summary>
public sealed record EnvironmentSummary
{
    /// <summary>The framework that the kit ran on, major and minor version: <c>.NET 10.0</c>.</summary>
    public required string Framework { get; init; }

    /// <summary>The frameworks that the typed predictor is compiled for, as the project names them: <c>net10.0</c>, <c>netstandard2.0</c>.</summary>
    public IReadOnlyList<string> TargetFrameworks { get => field ?? []; init; } = [];
}
