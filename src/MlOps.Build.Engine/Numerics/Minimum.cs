namespace MlOps.Build.Engine.Numerics;

/// <summary>Where a minimisation ended.</summary>
/// <param name="Point">The best point.</param>
/// <param name="Value">The function there, penalty included.</param>
/// <param name="Iterations">How many steps were taken.</param>
/// <param name="Converged">False when the allowed iterations ran out first.</param>
internal readonly record struct Minimum(double[] Point, double Value, int Iterations, bool Converged);
