namespace MlOps.Build.Engine.Training.Combining;

/// <summary>Which share of rows each member of a cascade decides.</summary>
internal static class CascadeShares
{
    /// <param name="outputs">By member, row-major probabilities.</param>
    /// <param name="limits">By member but the last, the probability from which it is sure.</param>
    /// <param name="classes">Probabilities a row.</param>
    /// <returns>One share a member; nothing without rows.</returns>
    public static double[]? Of(float[][] outputs, double[] limits, int classes)
    {
        var rows = outputs[0].Length / classes;
        if (rows == 0)
            return null;
        var decided = new double[outputs.Length];
        for (var row = 0; row < rows; row++)
        {
            var member = 0;
            while (member < limits.Length && outputs[member].AsSpan(row * classes, classes).ToArray().Max() < (float)limits[member])
                member++;
            decided[member]++;
        }

        return Array.ConvertAll(decided, count => count / rows);
    }
}
