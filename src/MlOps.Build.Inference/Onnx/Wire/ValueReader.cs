namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Reads <c>ValueInfoProto</c>; what is no tensor (a map, a sequence) gets the type <see cref="OnnxType.Undefined"/>.</summary>
internal static class ValueReader
{
    public static OnnxValue Read(ProtoReader reader)
    {
        var value = new OnnxValue("", OnnxType.Undefined, []);
        while (reader.Next())
        {
            if (reader.Field == GraphFields.ValueName)
                value = value with { Name = reader.String() };
            else if (reader.Field == GraphFields.ValueType)
                value = Type(reader.Message(), value);
            else
                reader.Skip();
        }

        return value;
    }

    private static OnnxValue Type(ProtoReader reader, OnnxValue value)
    {
        while (reader.Next())
        {
            if (reader.Field == GraphFields.TensorType)
                value = TensorType(reader.Message(), value);
            else
                reader.Skip();
        }

        return value;
    }

    private static OnnxValue TensorType(ProtoReader reader, OnnxValue value)
    {
        while (reader.Next())
        {
            if (reader.Field == GraphFields.ElementType)
                value = value with { Type = (OnnxType)reader.Int64() };
            else if (reader.Field == GraphFields.Shape)
                value = value with { Shape = Shape(reader.Message()) };
            else
                reader.Skip();
        }

        return value;
    }

    private static List<long?> Shape(ProtoReader reader)
    {
        var shape = new List<long?>();
        while (reader.Next())
        {
            if (reader.Field == GraphFields.Dimension)
                shape.Add(Dimension(reader.Message()));
            else
                reader.Skip();
        }

        return shape;
    }

    private static long? Dimension(ProtoReader reader)
    {
        long? size = null;
        while (reader.Next())
        {
            if (reader.Field == GraphFields.DimensionValue)
                size = reader.Int64();
            else
                reader.Skip();
        }

        return size;
    }
}
