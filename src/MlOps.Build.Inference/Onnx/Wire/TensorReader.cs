namespace MlOps.Build.Inference.Onnx.Wire;

/// <summary>Reads <c>TensorProto</c>, from its typed fields or from <c>raw_data</c>.</summary>
internal static class TensorReader
{
    public static OnnxTensor Read(ProtoReader reader)
    {
        var data = new TensorData();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case TensorFields.Dimensions:
                    reader.Int64s(data.Dimensions);
                    break;
                case TensorFields.DataType:
                    data.Type = (OnnxType)reader.Int64();
                    break;
                case TensorFields.Name:
                    data.Name = reader.String();
                    break;
                case TensorFields.FloatData:
                    reader.Floats(data.Floats);
                    break;
                case TensorFields.Int32Data or TensorFields.Int64Data:
                    reader.Int64s(data.Integers);
                    break;
                case TensorFields.DoubleData:
                    reader.Doubles(data.Doubles);
                    break;
                case TensorFields.StringData:
                    data.Strings.Add(reader.String());
                    break;
                case TensorFields.RawData:
                    data.Raw = reader.Bytes().ToArray();
                    break;
                case TensorFields.ExternalData:
                    throw new InferenceException("The model keeps constants in other files. Save it with all of them inside.");
                default:
                    reader.Skip();
                    break;
            }
        }

        return data.ToTensor();
    }
}
