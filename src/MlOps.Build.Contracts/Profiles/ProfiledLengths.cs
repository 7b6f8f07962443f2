namespace MlOps.Build.Contracts;

/// <summary>Lengths of texts in characters (Unicode code points).</summary>
/// <param name="Minimum">The shortest.</param>
/// <param name="Maximum">The longest.</param>
/// <param name="Mean">The mean over all rows with a value.</param>
public sealed record ProfiledLengths(long Minimum, long Maximum, double Mean);
