using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Combining;

/// <summary>
/// The weights of a mean, from 0 and 1 in sum, with the least loss on the validation rows. For probabilities they are those of a mixture, found by
/// expectation maximisation (Dempster, Laird and Rubin, 1977), which never raises the log loss; for numbers the squared error is lowered by steps along
/// the gradient and back onto the simplex (Duchi et al., 2008). Both problems are convex.
/// </summary>
internal static class BlendWeights
{
    private const int Rounds = 2000;
    private const double Tolerance = 1e-10;
    private const double LeastShare = 1e-12;

    /// <param name="outputs">By member, row-major outputs for the validation rows.</param>
    /// <param name="request">The validation rows' labels and weights.</param>
    public static double[] Of(float[][] outputs, TrainingRequest request) =>
        request.Task == LearningTask.Regression ? OfNumbers(outputs, request.Validation) : OfShares(outputs, request);

    private static double[] OfShares(float[][] outputs, TrainingRequest request)
    {
        var set = request.Validation;
        var shares = Array.ConvertAll(outputs, member => set.Labels
            .Select((label, row) => Math.Max(LeastShare, member[(row * request.ClassCount) + (int)label])).ToArray());
        var weights = Equal(outputs.Length);
        for (var round = 0; round < Rounds; round++)
        {
            var next = new double[weights.Length];
            for (var row = 0; row < set.Labels.Length; row++)
            {
                var mixed = 0.0;
                for (var m = 0; m < weights.Length; m++)
                    mixed += weights[m] * shares[m][row];
                for (var m = 0; m < weights.Length; m++)
                    next[m] += (set.Weights?[row] ?? 1) * weights[m] * shares[m][row] / mixed;
            }

            if (Moved(weights, weights = Scaled(next)) < Tolerance)
                break;
        }

        return weights;
    }

    private static double[] OfNumbers(float[][] outputs, TrainingSet set)
    {
        var weights = Equal(outputs.Length);
        var (products, targets) = Moments(outputs, set);
        // The trace bounds the largest eigenvalue, so that a step never overshoots. It is 0 where all members say the same.
        var trace = Enumerable.Range(0, weights.Length).Sum(m => products[m, m]);
        if (!(trace > 0))
            return weights;
        var step = 1 / trace;
        for (var round = 0; round < Rounds; round++)
        {
            var next = new double[weights.Length];
            for (var m = 0; m < weights.Length; m++)
            {
                next[m] = weights[m] + (step * targets[m]);
                for (var k = 0; k < weights.Length; k++)
                    next[m] -= step * products[m, k] * weights[k];
            }

            if (Moved(weights, weights = OntoSimplex(next)) < Tolerance)
                break;
        }

        return weights;
    }

    // Of the members' errors from the first one's, which the sum of 1 makes the same problem: large means do not swallow small differences.
    private static (double[,] Products, double[] Targets) Moments(float[][] outputs, TrainingSet set)
    {
        var (products, targets) = (new double[outputs.Length, outputs.Length], new double[outputs.Length]);
        for (var row = 0; row < set.Labels.Length; row++)
        {
            var weight = set.Weights?[row] ?? 1;
            var first = outputs[0][row];
            for (var m = 0; m < outputs.Length; m++)
            {
                targets[m] += weight * ((double)outputs[m][row] - first) * ((double)set.Labels[row] - first);
                for (var k = 0; k < outputs.Length; k++)
                    products[m, k] += weight * ((double)outputs[m][row] - first) * ((double)outputs[k][row] - first);
            }
        }

        return (products, targets);
    }

    private static double[] OntoSimplex(double[] point)
    {
        var sorted = point.OrderDescending().ToArray();
        var (sum, shift) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i];
            if (sorted[i] - ((sum - 1) / (i + 1)) > 0)
                shift = (sum - 1) / (i + 1);
        }

        return Array.ConvertAll(point, value => Math.Max(0, value - shift));
    }

    private static double[] Equal(int count) => [.. Enumerable.Repeat(1.0 / count, count)];

    private static double[] Scaled(double[] values)
    {
        var sum = values.Sum();
        return Array.ConvertAll(values, value => value / sum);
    }

    private static double Moved(double[] from, double[] to) => from.Zip(to, (a, b) => Math.Abs(a - b)).Max();
}
