namespace MlOps.Build.Inference.Onnx;

/// <summary>The parts of ONNX's <c>ModelProto</c> that the kit reads and writes.</summary>
public sealed record OnnxModel
{
    /// <summary>The ONNX IR version; 9 fits opset 18 and 19.</summary>
    public long IrVersion { get; init; } = 9;

    /// <summary>Operator set by domain; the empty string is <c>ai.onnx</c>.</summary>
    public required IReadOnlyDictionary<string, long> Opsets { get; init; }

    /// <summary>Who wrote it.</summary>
    public string ProducerName { get; init; } = "";

    /// <summary>The graph.</summary>
    public required OnnxGraph Graph { get; init; }

    /// <summary>Free metadata, written in ordinal order of the keys.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
