namespace MlOps.Build.Engine.Configuration;

/// <summary>The section <c>onnx</c>: a model that somebody else made.</summary>
internal sealed record OnnxConfig
{
    /// <summary>The ONNX file, from the project's folder.</summary>
    public required string Model { get; init; }

    /// <summary>The features that an input reads, in its order, by the input's name; empty where the graph's own names say it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Inputs { get; init; } = new SortedDictionary<string, IReadOnlyList<string>>();

    /// <summary>The output that is the model's; null is the one that fits.</summary>
    public string? Output { get; init; }

    /// <summary>Whether the model takes missing values; otherwise they are imputed before.</summary>
    public bool Missing { get; init; }
}
