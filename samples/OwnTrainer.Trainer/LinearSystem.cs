using MlOps.Build.Contracts;

namespace OwnTrainer.Trainer;

/// <summary>A system of linear equations with a positive definite matrix, by Cholesky's decomposition.</summary>
internal sealed class LinearSystem
{
    private readonly double[,] _root;

    private LinearSystem(double[,] root) => _root = root;

    public static LinearSystem Of(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var root = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i, j];
                for (var k = 0; k < j; k++)
                    rest -= root[i, k] * root[j, k];
                if (i == j && !(rest > 1e-12))
                    throw new TrainingFailedException(TrainingCodes.PlugInFailed, "features depend on each other, so the covariance has no inverse. Raise 'shrinkage'.");
                root[i, j] = i == j ? Math.Sqrt(rest) : rest / root[j, j];
            }
        }

        return new LinearSystem(root);
    }

    public double[] Solve(double[] right)
    {
        var solved = (double[])right.Clone();
        for (var i = 0; i < solved.Length; i++)
        {
            for (var k = 0; k < i; k++)
                solved[i] -= _root[i, k] * solved[k];
            solved[i] /= _root[i, i];
        }

        for (var i = solved.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < solved.Length; k++)
                solved[i] -= _root[k, i] * solved[k];
            solved[i] /= _root[i, i];
        }

        return solved;
    }
}
