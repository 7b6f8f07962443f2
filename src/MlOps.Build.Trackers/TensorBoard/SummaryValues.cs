using System.Buffers.Binary;
using MlOps.Build.Contracts;
using MlOps.Build.Inference.Onnx.Wire;

namespace MlOps.Build.Trackers.TensorBoard;

/// <summary>Messages <c>Summary.Value</c> of TensorBoard's plug-ins (<c>tensorboard/compat/proto/summary.proto</c>, <c>tensorboard/plugins</c>).</summary>
internal static class SummaryValues
{
    private const int Float = 1;
    private const int Double = 2;
    private const int TensorClass = 2;

    /// <summary>One number, as a float: the form that every reader of these files knows.</summary>
    public static Action<ProtoWriter> Scalar(string tag, double number) => value =>
    {
        value.String(1, tag);
        value.Float(2, (float)number);
    };

    /// <summary>Rows of left edge, right edge and count.</summary>
    public static Action<ProtoWriter> Histogram(RunHistogram histogram) => value =>
    {
        var count = histogram.Counts.Count;
        var content = new byte[count * 3 * sizeof(double)];
        for (var i = 0; i < count; i++)
        {
            var row = content.AsSpan(i * 3 * sizeof(double));
            BinaryPrimitives.WriteDoubleLittleEndian(row, histogram.Edges[i]);
            BinaryPrimitives.WriteDoubleLittleEndian(row[sizeof(double)..], histogram.Edges[i + 1]);
            BinaryPrimitives.WriteDoubleLittleEndian(row[(2 * sizeof(double))..], histogram.Counts[i]);
        }

        value.String(1, histogram.Key);
        value.Message(8, tensor => Tensor(tensor, Double, [count, 3], content));
        value.Message(9, metadata => Metadata(metadata, "histograms", [], TensorClass));
    };

    /// <summary>Rows of true positives, false positives, true negatives, false negatives, precision and recall, by threshold.</summary>
    public static Action<ProtoWriter> Curve(RunCurve curve) => value =>
    {
        var count = curve.TruePositives.Count;
        var precision = curve.TruePositives.Zip(curve.FalsePositives, Share);
        var recall = curve.TruePositives.Zip(curve.FalseNegatives, Share);
        double[] numbers = [.. curve.TruePositives, .. curve.FalsePositives, .. curve.TrueNegatives, .. curve.FalseNegatives, .. precision, .. recall];
        var content = new byte[numbers.Length * sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(content.AsSpan(i * sizeof(float)), (float)numbers[i]);
        var plugin = new ProtoWriter();
        plugin.Int64(2, count);
        value.String(1, curve.Key);
        value.Message(8, tensor => Tensor(tensor, Float, [6, count], content));
        value.Message(9, metadata => Metadata(metadata, "pr_curves", plugin.ToArray(), TensorClass));
    };

    /// <summary>What a plug-in keeps beside numbers; the tensor is there for readers that skip values without one.</summary>
    public static Action<ProtoWriter> Data(string tag, string plugin, byte[] content) => value =>
    {
        value.String(1, tag);
        value.Message(8, tensor => Tensor(tensor, Float, [1], new byte[sizeof(float)]));
        value.Message(9, metadata => Metadata(metadata, plugin, content, dataClass: 0));
    };

    // Nothing found is right as often as one likes; TensorBoard's own writer divides by no less than 1e-7.
    private static double Share(double hits, double misses) => hits / Math.Max(hits + misses, 1e-7);

    private static void Tensor(ProtoWriter tensor, int type, int[] shape, byte[] content)
    {
        tensor.Int64(1, type);
        tensor.Message(2, dimensions =>
        {
            foreach (var size in shape)
                dimensions.Message(2, dimension => dimension.Int64(1, size));
        });
        tensor.Bytes(4, content);
    }

    private static void Metadata(ProtoWriter metadata, string plugin, byte[] content, int dataClass)
    {
        metadata.Message(1, data =>
        {
            data.String(1, plugin);
            if (content.Length > 0)
                data.Bytes(2, content);
        });
        if (dataClass > 0)
            metadata.Int64(4, dataClass);
    }
}
