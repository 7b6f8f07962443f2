namespace MlOps.Build.Engine.Numerics;

/// <summary>P(D_n &lt; x) exactly, by a power of Durbin's matrix (Marsaglia, Tsang and Wang, 2003, Evaluating Kolmogorov's Distribution).</summary>
internal static class DurbinMatrix
{
    private const double Big = 1e140;

    /// <summary>The probability, 0 to 1; the work grows with (n x)³ and the logarithm of n.</summary>
    public static double Lower(int n, double x)
    {
        var k = (int)Math.Ceiling(n * x);
        var (power, exponent) = Power(Start(k, k - (n * x)), n);
        var p = power[k - 1, k - 1];
        for (var i = 1; i <= n; i++)
        {
            p = p * i / n;
            if (p < 1 / Big)
                (p, exponent) = (p * Big, exponent - 1);
        }

        for (; exponent < 0; exponent++)
            p /= Big;
        for (; exponent > 0; exponent--)
            p *= Big;
        return Math.Clamp(p, 0, 1);
    }

    private static double[,] Start(int k, double h)
    {
        var m = (2 * k) - 1;
        var matrix = new double[m, m];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m && j <= i + 1; j++)
                matrix[i, j] = 1;
        }

        var power = 1.0;
        for (var i = 0; i < m; i++)
        {
            power *= h;
            matrix[i, 0] -= power;
            matrix[m - 1, m - 1 - i] -= power;
        }

        // The corner was lessened twice by the highest power, as 2 h^m is to be.
        var beyond = Math.Max((2 * h) - 1, 0);
        matrix[m - 1, 0] += beyond > 0 ? Whole(beyond, m) : 0;
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
            {
                for (var g = 2; g <= i - j + 1; g++)
                    matrix[i, j] /= g;
            }
        }

        return matrix;
    }

    private static double Whole(double x, int exponent)
    {
        var product = 1.0;
        for (var i = 0; i < exponent; i++)
            product *= x;
        return product;
    }

    private static (double[,] Matrix, int Exponent) Power(double[,] matrix, int n)
    {
        if (n == 1)
            return (matrix, 0);
        var (half, exponent) = Power(matrix, n / 2);
        var (result, twice) = (Product(half, half), 2 * exponent);
        if (n % 2 == 1)
            result = Product(matrix, result);
        var middle = matrix.GetLength(0) / 2;
        return result[middle, middle] > Big ? (Scaled(result), twice + 1) : (result, twice);
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        var size = a.GetLength(0);
        var result = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                for (var j = 0; j < size; j++)
                    result[i, j] += a[i, k] * b[k, j];
            }
        }

        return result;
    }

    private static double[,] Scaled(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                matrix[i, j] /= Big;
        }

        return matrix;
    }
}
