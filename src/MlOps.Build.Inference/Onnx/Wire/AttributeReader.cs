namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Reads <c>AttributeProto</c>.</summary>
internal static class AttributeReader
{
    public static KeyValuePair<string, object> Read(ProtoReader reader)
    {
        var name = "";
        var type = AttributeType.Undefined;
        var single = (Float: 0f, Int: 0L, String: "", Tensor: (OnnxTensor?)null);
        var floats = new List<float>();
        var ints = new List<long>();
        var strings = new List<string>();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case NodeFields.AttributeName:
                    name = reader.String();
                    break;
                case NodeFields.AttributeType:
                    type = (AttributeType)reader.Int64();
                    break;
                case NodeFields.Float:
                    single.Float = reader.Float();
                    break;
                case NodeFields.Int:
                    single.Int = reader.Int64();
                    break;
                case NodeFields.String:
                    single.String = reader.String();
                    break;
                case NodeFields.Tensor:
                    single.Tensor = TensorReader.Read(reader.Message());
                    break;
                case NodeFields.Floats:
                    reader.Floats(floats);
                    break;
                case NodeFields.Ints:
                    reader.Int64s(ints);
                    break;
                case NodeFields.Strings:
                    strings.Add(reader.String());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        object value = type switch
        {
            AttributeType.Float => single.Float,
            AttributeType.Int => single.Int,
            AttributeType.String => single.String,
            AttributeType.Tensor when single.Tensor is not null => single.Tensor,
            AttributeType.Floats => floats.ToArray(),
            AttributeType.Ints => ints.ToArray(),
            AttributeType.Strings => strings.ToArray(),
            _ => throw new InferenceException(
                $"Attribute '{name}' has the type {(int)type}; numbers, strings, lists of them and tensors are supported, subgraphs are not."),
        };
        return new(name, value);
    }
}
