namespace MlOps.Build.Engine.Training.Factorization;

/// <summary>
/// Second-order factorization machine (Rendle, 2010, equation 1): bias + Σ wⱼ xⱼ + Σ over pairs of features of the product of their
/// factors times xᵢ xⱼ.
/// </summary>
internal sealed class FactorizationModel(int features, int factors)
{
    public int Features => features;

    public int Factors => factors;

    public double Bias { get; set; }

    /// <summary>By feature.</summary>
    public double[] Weights { get; } = new double[features];

    /// <summary>Row-major <c>[features, factors]</c>.</summary>
    public double[] Vectors { get; } = new double[(long)features * factors];

    public void CopyTo(FactorizationModel other)
    {
        other.Bias = Bias;
        Weights.CopyTo(other.Weights, 0);
        Vectors.CopyTo(other.Vectors, 0);
    }

    /// <summary>The score of a row given by its features that are not 0.</summary>
    /// <param name="columns">Their indices.</param>
    /// <param name="values">Their values.</param>
    /// <param name="sums">Takes Σ vⱼ xⱼ by factor, which the gradient needs, too.</param>
    public double Score(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<double> sums)
    {
        sums.Clear();
        var linear = Bias;
        var squares = 0.0;
        for (var i = 0; i < columns.Length; i++)
        {
            var x = (double)values[i];
            linear += Weights[columns[i]] * x;
            var vector = Vectors.AsSpan(columns[i] * factors, factors);
            for (var f = 0; f < vector.Length; f++)
            {
                var part = vector[f] * x;
                sums[f] += part;
                squares += part * part;
            }
        }

        // All pairs are the square of the sum without the squares, halved (Rendle, 2010, lemma 3.1).
        var pairs = 0.0;
        foreach (var sum in sums)
            pairs += sum * sum;
        return linear + ((pairs - squares) / 2);
    }

    /// <summary>The score's derivative by a factor of a feature with the value x: x (Σ vⱼ xⱼ - v x).</summary>
    public double Slope(int column, int factor, double x, ReadOnlySpan<double> sums) => x * (sums[factor] - (Vectors[(column * factors) + factor] * x));
}
