using MlOps.Build.Inference.Onnx.Wire;

namespace MlOps.Build.Inference.Onnx;

/// <summary>Reads ONNX files (<c>onnx.proto</c>). Fields that <see cref="OnnxModel"/> does not have are skipped.</summary>
public static class OnnxModelReader
{
    /// <summary>Reads a model. The result shares nothing with <paramref name="file"/>.</summary>
    /// <exception cref="InferenceException">
    /// The bytes are no ONNX file, or use something that the kit does not read: subgraphs, external data, sparse tensors, other types.
    /// </exception>
    public static OnnxModel Read(ReadOnlyMemory<byte> file)
    {
        var reader = new ProtoReader(file.Span);
        var opsets = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var metadata = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var irVersion = 0L;
        var producer = "";
        OnnxGraph? graph = null;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case ModelFields.IrVersion:
                    irVersion = reader.Int64();
                    break;
                case ModelFields.ProducerName:
                    producer = reader.String();
                    break;
                case ModelFields.Graph:
                    graph = GraphReader.Read(reader.Message());
                    break;
                case ModelFields.OpsetImport:
                    AddOpset(reader.Message(), opsets);
                    break;
                case ModelFields.Metadata:
                    AddMetadata(reader.Message(), metadata);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new OnnxModel
        {
            IrVersion = irVersion,
            ProducerName = producer,
            Opsets = opsets,
            Metadata = metadata,
            Graph = graph ?? throw new InferenceException("The file holds no ONNX graph. Give an ONNX model file."),
        };
    }

    private static void AddOpset(ProtoReader reader, SortedDictionary<string, long> opsets)
    {
        var domain = "";
        var version = 0L;
        while (reader.Next())
        {
            if (reader.Field == ModelFields.OpsetDomain)
                domain = reader.String();
            else if (reader.Field == ModelFields.OpsetVersion)
                version = reader.Int64();
            else
                reader.Skip();
        }

        opsets[domain == "ai.onnx" ? "" : domain] = version;
    }

    private static void AddMetadata(ProtoReader reader, SortedDictionary<string, string> metadata)
    {
        var key = "";
        var value = "";
        while (reader.Next())
        {
            if (reader.Field == ModelFields.MetadataKey)
                key = reader.String();
            else if (reader.Field == ModelFields.MetadataValue)
                value = reader.String();
            else
                reader.Skip();
        }

        metadata[key] = value;
    }
}
