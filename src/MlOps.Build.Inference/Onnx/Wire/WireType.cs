namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>How a field's value is laid out (Protocol Buffers, "Encoding", message structure).</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
