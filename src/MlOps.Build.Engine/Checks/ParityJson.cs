using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Checks;

/// <summary>What ONNX Runtime's scripts print: the outputs of all rows.</summary>
[JsonSerializable(typeof(double[]))]
internal sealed partial class ParityJson : JsonSerializerContext;
