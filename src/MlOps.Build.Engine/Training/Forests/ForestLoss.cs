using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Trees.Binning;
using MlOps.Build.Engine.Training.Trees.Ensembles;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Forests;

/// <summary>The loss of a growing forest on some rows.</summary>
internal sealed class ForestLoss(TrainingSet set, BinnedMatrix matrix, LearningTask task, ForestTargets targets, ThreadTeam team)
{
    private const int RangeSize = 1024;

    private readonly double[] _sums = new double[(long)matrix.Rows * targets.Outputs];

    /// <summary>The mean loss with one more tree; NaN without rows.</summary>
    /// <param name="tree">The tree, whose values are shares of a forest.</param>
    /// <param name="forest">How many trees that forest has.</param>
    /// <param name="grown">How many there are with this one.</param>
    public double With(Tree tree, int forest, int grown)
    {
        if (matrix.Rows == 0)
            return double.NaN;
        var scale = (double)forest / grown;
        var sum = team.Sum(matrix.Rows, RangeSize, (from, to) =>
        {
            var loss = 0.0;
            for (var row = from; row < to; row++)
            {
                var sums = _sums.AsSpan(row * targets.Outputs, targets.Outputs);
                var values = tree.LeafValues.AsSpan(matrix.LeafOf(tree, row) * targets.Outputs, targets.Outputs);
                for (var k = 0; k < sums.Length; k++)
                    sums[k] += values[k];
                loss += (set.Weights is { } weights ? weights[row] : 1) * Loss(sums, scale, set.Labels[row]);
            }

            return loss;
        });
        return sum / (set.Weights is { } all ? FixedSum.Sum(all) : matrix.Rows);
    }

    private double Loss(Span<double> sums, double scale, float label)
    {
        if (task == LearningTask.Regression)
        {
            var error = (sums[0] * scale) + targets.Center - label;
            return error * error;
        }

        var share = sums.Length > 1 ? sums[(int)label] * scale : label > 0 ? sums[0] * scale : 1 - (sums[0] * scale);
        return -DeterministicMath.Log(Math.Clamp(share, RowLosses.Epsilon, 1 - RowLosses.Epsilon));
    }
}
