namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>The first and the third quartile by linear interpolation (type 7 of Hyndman and Fan, 1996; NumPy's default).</summary>
internal static class Quartiles
{
    /// <param name="values">Finite values, at least one.</param>
    public static (double First, double Third) Of(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return (At(sorted, 0.25), At(sorted, 0.75));
    }

    private static double At(double[] sorted, double share)
    {
        var at = (sorted.Length - 1) * share;
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (at - below));
    }
}
