namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Reads <c>GraphProto</c>.</summary>
internal static class GraphReader
{
    public static OnnxGraph Read(ProtoReader reader)
    {
        var name = "";
        var nodes = new List<OnnxNode>();
        var inputs = new List<OnnxValue>();
        var outputs = new List<OnnxValue>();
        var initializers = new List<OnnxTensor>();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case GraphFields.Node:
                    nodes.Add(NodeReader.Read(reader.Message()));
                    break;
                case GraphFields.Name:
                    name = reader.String();
                    break;
                case GraphFields.Initializer:
                    initializers.Add(TensorReader.Read(reader.Message()));
                    break;
                case GraphFields.Input:
                    inputs.Add(ValueReader.Read(reader.Message()));
                    break;
                case GraphFields.Output:
                    outputs.Add(ValueReader.Read(reader.Message()));
                    break;
                case GraphFields.SparseInitializer:
                    throw new InferenceException("The model has sparse constants, which are not supported. Export it with dense ones.");
                default:
                    reader.Skip();
                    break;
            }
        }

        return new OnnxGraph { Name = name, Nodes = nodes, Inputs = inputs, Outputs = outputs, Initializers = initializers };
    }
}
