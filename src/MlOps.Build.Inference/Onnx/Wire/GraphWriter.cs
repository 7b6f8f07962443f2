namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Writes <c>GraphProto</c> and <c>ValueInfoProto</c>.</summary>
internal static class GraphWriter
{
    public static void Write(ProtoWriter writer, OnnxGraph graph)
    {
        foreach (var node in graph.Nodes)
            writer.Message(GraphFields.Node, message => NodeWriter.Write(message, node));
        writer.String(GraphFields.Name, graph.Name);
        foreach (var tensor in graph.Initializers)
            writer.Message(GraphFields.Initializer, message => TensorWriter.Write(message, tensor));
        foreach (var value in graph.Inputs)
            writer.Message(GraphFields.Input, message => Write(message, value));
        foreach (var value in graph.Outputs)
            writer.Message(GraphFields.Output, message => Write(message, value));
    }

    private static void Write(ProtoWriter writer, OnnxValue value)
    {
        writer.String(GraphFields.ValueName, value.Name);
        writer.Message(GraphFields.ValueType, type => type.Message(GraphFields.TensorType, tensor =>
        {
            tensor.Int64(GraphFields.ElementType, (long)value.Type);
            tensor.Message(GraphFields.Shape, shape => Write(shape, value.Shape));
        }));
    }

    private static void Write(ProtoWriter writer, IReadOnlyList<long?> shape)
    {
        foreach (var size in shape)
        {
            writer.Message(GraphFields.Dimension, dimension =>
            {
                if (size is { } known)
                    dimension.Int64(GraphFields.DimensionValue, known);
                else
                    dimension.String(GraphFields.DimensionName, "N");
            });
        }
    }
}
