using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>Centre and scale of each feature, so that the optimiser and the penalties see all of them alike.</summary>
internal sealed record Standardization
{
    /// <summary>Means, rounded to float32 because the exported graph subtracts them.</summary>
    public required float[] Centers { get; init; }

    /// <summary>One over the standard deviation (of the population); 0 for a constant feature, which then has no say.</summary>
    public required double[] InverseScales { get; init; }

    public static Standardization Of(FeatureMatrix features, ThreadTeam team)
    {
        var centers = new float[features.Columns];
        var scales = new double[features.Columns];
        team.Each(features.Columns, column =>
        {
            var values = new float[features.Rows];
            for (var row = 0; row < values.Length; row++)
                values[row] = features.Values[(row * features.Columns) + column];
            centers[column] = (float)ExactSum.Mean(values, []);
            scales[column] = InverseDeviation(values, centers[column]);
        });
        return new Standardization { Centers = centers, InverseScales = scales };
    }

    private static double InverseDeviation(float[] values, float center)
    {
        var deviations = new double[values.Length];
        var squares = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            deviations[i] = (double)values[i] - center;
            squares[i] = deviations[i] * deviations[i];
        }

        // The centre is rounded, so its distance from the mean has to come off again.
        var shift = FixedSum.Sum(deviations) / values.Length;
        var deviation = Math.Sqrt(Math.Max(0, (FixedSum.Sum(squares) / values.Length) - (shift * shift)));
        return deviation > 1e-9 * Math.Abs(center) && deviation > 1e-30 ? 1 / deviation : 0;
    }
}
