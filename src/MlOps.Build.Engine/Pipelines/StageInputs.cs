using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What a stage depends on.</summary>
internal sealed record StageInputs
{
    /// <summary>Files by their content and their path below the project; absolute. A file that is not there counts as such.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Where files come from that git does not keep, by their path below the project.</summary>
    public IReadOnlyDictionary<string, string> Origins { get; init; } = new Dictionary<string, string>();

    /// <summary>Single outputs of earlier stages: a stage whose rerun gave the same file does not rerun what reads it.</summary>
    public IReadOnlyList<UpstreamFile> Upstream { get; init; } = [];

    /// <summary>The settings that the stage reads, each as canonical text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>A setting as text: the same for equal records. Its type is one of <see cref="OptionJson"/>.</summary>
    public static KeyValuePair<string, string> Option<T>(string name, T value) =>
        new(name, JsonSerializer.Serialize(value, (JsonTypeInfo<T>)OptionJson.Default.Options.GetTypeInfo(typeof(T))));
}
