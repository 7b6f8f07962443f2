using MlOps.Build.Inference.Onnx.Wire;

namespace MlOps.Build.Inference.Onnx;

/// <summary>Writes ONNX files. Equal models give equal bytes: maps are written in ordinal order of their keys.</summary>
public static class OnnxModelWriter
{
    /// <summary>Writes a model.</summary>
    /// <exception cref="ArgumentException">A tensor or an attribute has a type that ONNX files of the kit do not hold.</exception>
    public static byte[] Write(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var writer = new ProtoWriter();
        writer.Int64(ModelFields.IrVersion, model.IrVersion);
        if (model.ProducerName.Length > 0)
            writer.String(ModelFields.ProducerName, model.ProducerName);
        writer.Message(ModelFields.Graph, message => GraphWriter.Write(message, model.Graph));
        foreach (var (domain, version) in model.Opsets.OrderBy(opset => opset.Key, StringComparer.Ordinal))
        {
            writer.Message(ModelFields.OpsetImport, message =>
            {
                message.String(ModelFields.OpsetDomain, domain);
                message.Int64(ModelFields.OpsetVersion, version);
            });
        }

        foreach (var (key, value) in model.Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            writer.Message(ModelFields.Metadata, message =>
            {
                message.String(ModelFields.MetadataKey, key);
                message.String(ModelFields.MetadataValue, value);
            });
        }

        return writer.ToArray();
    }
}
