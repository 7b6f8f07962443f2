using MlOps.Build.Contracts;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Evaluation.Importances.Attribution;

/// <summary>What Shapley values of trees are computed with.</summary>
internal sealed record AttributionRequest
{
    private const int MostTrainingRows = 20_000;

    /// <summary>The trees, with training rows counted at their splits.</summary>
    public required TreeShapley Trees { get; init; }

    /// <summary>How many threads may be used; never changes the result.</summary>
    public required int Threads { get; init; }

    /// <summary>About this many steps are made in all; large forests mean fewer rows.</summary>
    public long MaximumWork { get; init; } = 400_000_000;

    /// <summary>Null when the model is no sum of trees.</summary>
    /// <param name="head">The model from features to outputs, an encoded ONNX model.</param>
    /// <param name="features">All rows.</param>
    /// <param name="train">The training rows; of very many, evenly spaced ones are counted.</param>
    /// <param name="threads">How many threads may be used.</param>
    public static AttributionRequest? Of(byte[] head, FeatureMatrix features, int[] train, int threads)
    {
        if (TreeShapley.Find(OnnxModelReader.Read(head)) is not { } trees)
            return null;
        var counted = Math.Min(train.Length, MostTrainingRows);
        for (var i = 0; i < counted; i++)
            trees.Count(features.Row(train[(int)((long)i * train.Length / counted)]));
        return new AttributionRequest { Trees = trees, Threads = threads };
    }
}
