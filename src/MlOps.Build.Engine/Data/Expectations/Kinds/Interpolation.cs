namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>What a quantile between two values is, with NumPy's names.</summary>
internal enum Interpolation
{
    Linear,
    Lower,
    Higher,
    Midpoint,

    /// <summary>The nearer one; half-way, the one at the even place.</summary>
    Nearest,
}
