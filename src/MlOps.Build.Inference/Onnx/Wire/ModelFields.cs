namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Field numbers of <c>ModelProto</c>, <c>OperatorSetIdProto</c> and <c>StringStringEntryProto</c> in onnx.proto.</summary>
internal static class ModelFields
{
    public const int IrVersion = 1;
    public const int ProducerName = 2;
    public const int Graph = 7;
    public const int OpsetImport = 8;
    public const int Metadata = 14;

    public const int OpsetDomain = 1;
    public const int OpsetVersion = 2;

    public const int MetadataKey = 1;
    public const int MetadataValue = 2;
}
