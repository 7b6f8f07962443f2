using System.Text.Json;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What a stage depends on.</summary>
internal sealed record StageInputs
{
    private static readonly JsonSerializerOptions Canonical = new()
    {
        IncludeFields = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Files by their content and their path below the project; absolute. A file that is not there counts as such.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Single outputs of earlier stages: a stage whose rerun gave the same file does not rerun what reads it.</summary>
    public IReadOnlyList<UpstreamFile> Upstream { get; init; } = [];

    /// <summary>The settings that the stage reads, each as canonical text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>A setting as text: the same for equal records.</summary>
    public static KeyValuePair<string, string> Option<T>(string name, T value) => new(name, JsonSerializer.Serialize(value, Canonical));
}
