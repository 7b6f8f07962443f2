namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Field numbers of <c>NodeProto</c> and <c>AttributeProto</c> in onnx.proto.</summary>
internal static class NodeFields
{
    public const int Input = 1;
    public const int Output = 2;
    public const int Name = 3;
    public const int Operator = 4;
    public const int Attribute = 5;
    public const int Domain = 7;

    public const int AttributeName = 1;
    public const int Float = 2;
    public const int Int = 3;
    public const int String = 4;
    public const int Tensor = 5;
    public const int Floats = 7;
    public const int Ints = 8;
    public const int Strings = 9;
    public const int AttributeType = 20;
}
