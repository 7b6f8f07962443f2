namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Writes <c>NodeProto</c> and <c>AttributeProto</c>.</summary>
internal static class NodeWriter
{
    public static void Write(ProtoWriter writer, OnnxNode node)
    {
        foreach (var input in node.Inputs)
            writer.String(NodeFields.Input, input);
        foreach (var output in node.Outputs)
            writer.String(NodeFields.Output, output);
        if (node.Name.Length > 0)
            writer.String(NodeFields.Name, node.Name);
        writer.String(NodeFields.Operator, node.Operator);
        foreach (var (name, value) in node.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
            writer.Message(NodeFields.Attribute, message => Attribute(message, name, value));
        if (node.Domain.Length > 0)
            writer.String(NodeFields.Domain, node.Domain);
    }

    private static void Attribute(ProtoWriter writer, string name, object value)
    {
        writer.String(NodeFields.AttributeName, name);
        var type = Value(writer, value)
            ?? throw new ArgumentException($"Attribute '{name}' is a {value.GetType().Name}; see OnnxNode.Attributes for what it may be.");
        writer.Int64(NodeFields.AttributeType, (long)type);
    }

    private static AttributeType? Value(ProtoWriter writer, object value)
    {
        switch (value)
        {
            case float number:
                writer.Float(NodeFields.Float, number);
                return AttributeType.Float;
            case long number:
                writer.Int64(NodeFields.Int, number);
                return AttributeType.Int;
            case string text:
                writer.String(NodeFields.String, text);
                return AttributeType.String;
            case OnnxTensor tensor:
                writer.Message(NodeFields.Tensor, message => TensorWriter.Write(message, tensor));
                return AttributeType.Tensor;
            case float[] numbers:
                writer.Floats(NodeFields.Floats, numbers);
                return AttributeType.Floats;
            case long[] numbers:
                writer.Int64s(NodeFields.Ints, numbers);
                return AttributeType.Ints;
            case string[] texts:
                Array.ForEach(texts, text => writer.String(NodeFields.Strings, text));
                return AttributeType.Strings;
            default:
                return null;
        }
    }
}
