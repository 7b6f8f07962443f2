namespace MlOps.Build.Engine.Numerics;

/// <summary>Symmetric positive definite matrices by Cholesky's decomposition; row-major, only the lower triangle is read.</summary>
internal static class Cholesky
{
    // A pivot that lost so much of its diagonal is what rounding left of 0.
    private const double Singular = 1e-11;

    /// <summary>The whole inverse, n by n; null when the matrix is not positive definite up to rounding.</summary>
    public static double[]? Inverse(double[] matrix, int n)
    {
        var lower = (double[])matrix.Clone();
        if (!Decompose(lower, n))
            return null;
        InvertLower(lower, n);
        var inverse = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                inverse[(i * n) + j] = inverse[(j * n) + i] = ColumnDot(lower, n, i, j);
        }

        return inverse;
    }

    private static bool Decompose(double[] a, int n)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = a[(i * n) + j] - FixedSum.Dot(a.AsSpan(i * n, j), a.AsSpan(j * n, j));
                if (j < i)
                    a[(i * n) + j] = rest / a[(j * n) + j];
                else if (!(rest > Singular * a[(i * n) + i]))
                    return false;
                else
                    a[(i * n) + i] = Math.Sqrt(rest);
            }
        }

        return true;
    }

    // In place: column by column, each from the ones before in its row.
    private static void InvertLower(double[] a, int n)
    {
        for (var j = 0; j < n; j++)
        {
            a[(j * n) + j] = 1 / a[(j * n) + j];
            for (var i = j + 1; i < n; i++)
            {
                var sum = 0.0;
                for (var k = j; k < i; k++)
                    sum -= a[(i * n) + k] * a[(k * n) + j];
                a[(i * n) + j] = sum / a[(i * n) + i];
            }
        }
    }

    private static double ColumnDot(double[] a, int n, int left, int right)
    {
        var sum = 0.0;
        for (var k = Math.Max(left, right); k < n; k++)
            sum += a[(k * n) + left] * a[(k * n) + right];
        return sum;
    }
}
