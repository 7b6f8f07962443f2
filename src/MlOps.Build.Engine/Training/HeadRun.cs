using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training;

/// <summary>Runs a trained graph over features in batches.</summary>
internal sealed class HeadRun(byte[] model, ThreadTeam team)
{
    private const int BatchRows = 128;

    private readonly IModelSession _session = GraphSession.Open(model);

    /// <summary>Row-major probabilities, or one prediction a row.</summary>
    public float[] Outputs(FeatureMatrix features)
    {
        var parts = new float[(features.Rows + BatchRows - 1) / BatchRows][];
        team.Each(parts.Length, batch => parts[batch] = Batch(features, batch * BatchRows));
        return [.. parts.SelectMany(part => part)];
    }

    private float[] Batch(FeatureMatrix features, int first)
    {
        var rows = Math.Min(BatchRows, features.Rows - first);
        var values = features.Values.AsSpan(first * features.Columns, rows * features.Columns).ToArray();
        var inputs = new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = Tensor.Create(values, rows, features.Columns) };
        var output = _session.Run(inputs).Values.Single();
        return output is Tensor<float> { Shape: [var given, ..] } tensor && given == rows
            ? tensor.Values
            : throw new InferenceException(
                $"the output is a tensor of {output.ElementType} [{string.Join(", ", output.Shape)}] for {rows} rows; expected Float [{rows}, …]");
    }
}
