namespace MlOps.Build.Engine.Numerics;

/// <summary>Student's t distribution.</summary>
internal static class StudentT
{
    /// <summary>P(|T| > |t|) with so many degrees of freedom.</summary>
    public static double TwoSided(double t, double degrees) => SpecialFunctions.Beta(degrees / (degrees + (t * t)), degrees / 2, 0.5);

    /// <summary>The t above 0 that |T| exceeds with the probability 1 - confidence. Found by bisection, to the last bit or two.</summary>
    /// <param name="confidence">0 to 1, both excluded.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double Critical(double confidence, double degrees)
    {
        var (low, high) = (0.0, 1.0);
        while (TwoSided(high, degrees) > 1 - confidence)
            high *= 2;
        for (var step = 0; step < 100 && low < high; step++)
        {
            var middle = low + ((high - low) / 2);
            if (TwoSided(middle, degrees) > 1 - confidence)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}
