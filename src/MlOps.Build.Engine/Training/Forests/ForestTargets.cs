using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Forests;

/// <summary>
/// What trees average: the share of the positive class, of each of more classes, or a number less its mean. The variance of shares is half
/// of Gini's impurity, so all tasks have one criterion, the squared error.
/// </summary>
internal sealed class ForestTargets
{
    private const double Grains = 1 << 24;

    private readonly float[] _labels;
    private readonly bool _isShare;

    public ForestTargets(TrainingRequest request)
    {
        _labels = request.Train.Labels;
        _isShare = request.Task != LearningTask.Regression;
        Weights = ClassWeights.Of(request);
        Outputs = request.Task == LearningTask.Multiclass ? request.ClassCount : 1;
        Center = request.Task == LearningTask.Regression ? (float)ExactSum.Mean(_labels, request.Train.Weights) : 0;
    }

    /// <summary>Values a leaf.</summary>
    public int Outputs { get; }

    /// <summary>What all values are less.</summary>
    public float Center { get; }

    /// <summary>One weight a row, or null when all weigh the same.</summary>
    public float[]? Weights { get; }

    public float Label(int row) => _labels[row];

    /// <summary>
    /// A leaf's value as the model file holds it. Shares are multiples of 2^-24, so that sums of them are exact in float32, in every order.
    /// </summary>
    public float Rounded(double value) => _isShare ? (float)(Math.Round(value * Grains) / Grains) : (float)value;

    /// <summary>Adds a row's values, each times the weight.</summary>
    public void AddTo(Span<double> sums, int row, double weight)
    {
        if (Outputs > 1)
            sums[(int)_labels[row]] += weight;
        else
            sums[0] += weight * ((double)_labels[row] - Center);
    }
}
