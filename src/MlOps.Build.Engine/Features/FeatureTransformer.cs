using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Features.Transforms;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Features;

/// <summary>Runs a preprocessing graph over rows of a table.</summary>
internal static class FeatureTransformer
{
    // Large enough that a node's overhead vanishes, small enough that a batch's values stay in the cache.
    private const int BatchRows = 2048;

    // Words make a cube: rows, parts, and parts of a part.
    private const int TextRows = 64;

    /// <summary>The features of the rows, in their order.</summary>
    public static FeatureMatrix Transform(
        IModelSession preprocessing, ModelSignature signature, FeatureSummary summary, Table table, ReadOnlySpan<int> rows)
    {
        var inputs = summary.Inputs;
        var values = new float[(long)rows.Length * inputs.Count];
        var size = summary.Columns.Any(column => column.Transformations.Any(step => step.StartsWith(TfIdfTransform.Announced, StringComparison.Ordinal))) ? TextRows : BatchRows;
        for (var start = 0; start < rows.Length; start += size)
        {
            var batch = rows.Slice(start, Math.Min(size, rows.Length - start));
            var outputs = preprocessing.Run(TableTensors.Of(table, signature, batch));
            ((Tensor<float>)outputs[ModelJoiner.Seam]).Values.CopyTo(values.AsSpan(start * inputs.Count));
        }

        return new FeatureMatrix(rows.Length, inputs, values) { Categories = summary.Categories };
    }
}
