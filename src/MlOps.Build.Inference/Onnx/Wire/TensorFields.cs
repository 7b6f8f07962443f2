namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Field numbers of <c>TensorProto</c> in onnx.proto.</summary>
internal static class TensorFields
{
    public const int Dimensions = 1;
    public const int DataType = 2;
    public const int FloatData = 4;
    public const int Int32Data = 5;
    public const int StringData = 6;
    public const int Int64Data = 7;
    public const int Name = 8;
    public const int RawData = 9;
    public const int DoubleData = 10;
    public const int ExternalData = 13;
    public const int DataLocation = 14;
}
