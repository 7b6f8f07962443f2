using MlOps.Build.Contracts;

namespace OwnTrainer.Trainer;

/// <summary>What is learned: a weight for each feature and class, and a bias for each class.</summary>
internal sealed record Discriminant(double[,] Weights, double[] Biases)
{
    public static Discriminant Fit(TrainingSet set, int classes, double shrinkage)
    {
        var (features, means, shares) = (set.Features.Columns, new double[classes, set.Features.Columns], new double[classes]);
        for (var row = 0; row < set.Labels.Length; row++)
        {
            var (k, weight) = ((int)set.Labels[row], set.Weights?[row] ?? 1);
            shares[k] += weight;
            for (var i = 0; i < features; i++)
                means[k, i] += weight * set.Features.Row(row)[i];
        }

        var total = shares.Sum();
        for (var k = 0; k < classes; k++)
        {
            for (var i = 0; i < features && shares[k] > 0; i++)
                means[k, i] /= shares[k];
            shares[k] /= total;
        }

        var root = LinearSystem.Of(Covariance(set, means, total, shrinkage));
        var (weights, biases) = (new double[features, classes], new double[classes]);
        for (var k = 0; k < classes; k++)
        {
            var mean = Enumerable.Range(0, features).Select(i => means[k, i]).ToArray();
            var solved = root.Solve(mean);
            // A class without rows is never predicted.
            biases[k] = Math.Log(Math.Max(shares[k], 1e-12)) - (0.5 * mean.Zip(solved, (a, b) => a * b).Sum());
            for (var i = 0; i < features; i++)
                weights[i, k] = solved[i];
        }

        return new Discriminant(weights, biases);
    }

    public double LogLoss(TrainingSet set)
    {
        var loss = 0.0;
        for (var row = 0; row < set.Labels.Length; row++)
        {
            var scores = Scores(set.Features.Row(row));
            var largest = scores.Max();
            loss += largest + Math.Log(scores.Sum(score => Math.Exp(score - largest))) - scores[(int)set.Labels[row]];
        }

        return loss / set.Labels.Length;
    }

    private double[] Scores(ReadOnlySpan<float> row)
    {
        var scores = (double[])Biases.Clone();
        for (var k = 0; k < scores.Length; k++)
        {
            for (var i = 0; i < row.Length; i++)
                scores[k] += Weights[i, k] * row[i];
        }

        return scores;
    }

    // Within classes, moved towards its mean variance (Friedman, 1989), which keeps it invertible when features depend on each other.
    private static double[,] Covariance(TrainingSet set, double[,] means, double total, double shrinkage)
    {
        var features = set.Features.Columns;
        var covariance = new double[features, features];
        var off = new double[features];
        for (var row = 0; row < set.Labels.Length; row++)
        {
            var (k, weight) = ((int)set.Labels[row], set.Weights?[row] ?? 1);
            for (var i = 0; i < features; i++)
                off[i] = set.Features.Row(row)[i] - means[k, i];
            for (var i = 0; i < features; i++)
            {
                for (var j = 0; j < features; j++)
                    covariance[i, j] += weight * off[i] * off[j] / total;
            }
        }

        var variance = Enumerable.Range(0, features).Sum(i => covariance[i, i]) / features;
        for (var i = 0; i < features; i++)
        {
            for (var j = 0; j < features; j++)
                covariance[i, j] = ((1 - shrinkage) * covariance[i, j]) + (i == j ? shrinkage * variance : 0);
        }

        return covariance;
    }
}
