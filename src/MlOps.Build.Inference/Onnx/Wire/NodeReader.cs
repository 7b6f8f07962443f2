namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Reads <c>NodeProto</c>.</summary>
internal static class NodeReader
{
    private static readonly IReadOnlyDictionary<string, object> NoAttributes = new Dictionary<string, object>();

    public static OnnxNode Read(ProtoReader reader)
    {
        var node = new OnnxNode { Operator = "", Inputs = [], Outputs = [] };
        List<string>? inputs = null;
        List<string>? outputs = null;
        Dictionary<string, object>? attributes = null;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case NodeFields.Input:
                    (inputs ??= []).Add(reader.String());
                    break;
                case NodeFields.Output:
                    (outputs ??= []).Add(reader.String());
                    break;
                case NodeFields.Name:
                    node = node with { Name = reader.String() };
                    break;
                case NodeFields.Operator:
                    node = node with { Operator = reader.String() };
                    break;
                case NodeFields.Domain:
                    node = node with { Domain = reader.String() };
                    break;
                case NodeFields.Attribute:
                    Add(AttributeReader.Read(reader.Message()), attributes ??= new Dictionary<string, object>(StringComparer.Ordinal));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (node.Operator.Length == 0)
            throw reader.Damaged($"node '{node.Name}' names no operator");
        return node with
        {
            Domain = node.Domain == "ai.onnx" ? "" : node.Domain,
            Inputs = inputs ?? node.Inputs,
            Outputs = outputs ?? node.Outputs,
            Attributes = attributes ?? NoAttributes,
        };
    }

    private static void Add(KeyValuePair<string, object> attribute, Dictionary<string, object> attributes)
    {
        if (!attributes.TryAdd(attribute.Key, attribute.Value))
            throw new InferenceException($"The ONNX file is damaged: attribute '{attribute.Key}' stands twice in one node.");
    }
}
