namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>
/// Products of row-major matrices. Each sum runs over k upwards in double precision, so the bits depend on nothing but the values.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>sums[i, j] = sum over k of left[i, k] right[k, j], for one row i.</summary>
    public static void AddRow(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<double> sums)
    {
        for (var k = 0; k < left.Length; k++)
        {
            double a = left[k];
            var row = right.Slice(k * sums.Length, sums.Length);
            for (var j = 0; j < row.Length; j++)
                sums[j] += a * row[j];
        }
    }

    /// <inheritdoc cref="AddRow(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{double})"/>
    public static void AddRow(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> sums)
    {
        for (var k = 0; k < left.Length; k++)
        {
            var a = left[k];
            var row = right.Slice(k * sums.Length, sums.Length);
            for (var j = 0; j < row.Length; j++)
                sums[j] += a * row[j];
        }
    }

    /// <summary>left [m, k] times right [k, n], all row-major.</summary>
    /// <param name="left">m rows of k values.</param>
    /// <param name="right">k rows of n values.</param>
    /// <param name="result">m rows of n values.</param>
    /// <param name="sums">n values to work with.</param>
    public static void Multiply(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> result, Span<double> sums)
    {
        var n = sums.Length;
        var k = n == 0 ? 0 : right.Length / n;
        for (var i = 0; i < (n == 0 ? 0 : result.Length / n); i++)
        {
            sums.Clear();
            AddRow(left.Slice(i * k, k), right, sums);
            for (var j = 0; j < n; j++)
                result[(i * n) + j] = (float)sums[j];
        }
    }

    /// <summary>left [m, k] times right [k, n], all row-major.</summary>
    public static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result, int k, int n)
    {
        result.Clear();
        for (var i = 0; i < (n == 0 ? 0 : result.Length / n); i++)
            AddRow(left.Slice(i * k, k), right, result.Slice(i * n, n));
    }

    public static T[] Transposed<T>(T[] matrix, int rows, int columns)
    {
        var result = new T[matrix.Length];
        Transpose(matrix, result, rows, columns);
        return result;
    }

    public static void Transpose<T>(T[] matrix, T[] result, int rows, int columns)
    {
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                result[(j * rows) + i] = matrix[(i * columns) + j];
        }
    }
}
