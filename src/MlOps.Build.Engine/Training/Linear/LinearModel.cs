namespace MlOps.Build.Engine.Training.Linear;

/// <summary>Scores are intercept + coefficients * (features - centers), output by output.</summary>
internal sealed record LinearModel
{
    public required float[] Centers { get; init; }

    /// <summary>By features in their own units, output after output.</summary>
    public required double[] Coefficients { get; init; }

    /// <summary>One an output, at the centre of the features.</summary>
    public required double[] Intercepts { get; init; }

    public int Outputs => Intercepts.Length;

    /// <summary>The intercept at the origin of the features, as other tools report it.</summary>
    public double InterceptAtOrigin(int output)
    {
        var sum = Intercepts[output];
        for (var j = 0; j < Centers.Length; j++)
            sum -= Coefficients[(output * Centers.Length) + j] * Centers[j];
        return sum;
    }

    public double[] Scores(ReadOnlySpan<float> row)
    {
        var scores = (double[])Intercepts.Clone();
        for (var k = 0; k < scores.Length; k++)
        {
            for (var j = 0; j < row.Length; j++)
                scores[k] += Coefficients[(k * row.Length) + j] * ((double)row[j] - Centers[j]);
        }

        return scores;
    }
}
