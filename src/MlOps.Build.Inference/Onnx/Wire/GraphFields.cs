namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Field numbers of <c>GraphProto</c>, <c>ValueInfoProto</c> and <c>TypeProto</c> in onnx.proto.</summary>
internal static class GraphFields
{
    public const int Node = 1;
    public const int Name = 2;
    public const int Initializer = 5;
    public const int Input = 11;
    public const int Output = 12;
    public const int SparseInitializer = 15;

    public const int ValueName = 1;
    public const int ValueType = 2;
    public const int TensorType = 1;
    public const int ElementType = 1;
    public const int Shape = 2;
    public const int Dimension = 1;
    public const int DimensionValue = 1;
    public const int DimensionName = 2;
}
