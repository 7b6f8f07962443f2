namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary><c>AttributeProto.AttributeType</c>, the kinds that the kit reads.</summary>
internal enum AttributeType
{
    Undefined = 0,
    Float = 1,
    Int = 2,
    String = 3,
    Tensor = 4,
    Floats = 6,
    Ints = 7,
    Strings = 8,
}
