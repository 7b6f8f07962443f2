using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Smoothing;

/// <summary>Weights with the smallest sum of squared one-step errors, and where the series starts.</summary>
/// <param name="Weights">How fast it forgets.</param>
/// <param name="Start">The state before the first value.</param>
internal sealed record SmoothingFit(SmoothingWeights Weights, SmoothingState Start)
{
    private static readonly double[] Levels = [0.05, 0.3, 0.6, 0.9];

    /// <param name="form">What the smoothing is made of.</param>
    /// <param name="values">In order of time; at least <see cref="SmoothingForm.FewestValues"/>.</param>
    public static SmoothingFit Of(SmoothingForm form, double[] values)
    {
        var start = SmoothingStart.Of(form, values);
        // Weights that let a factor of the season cross 0 give no finite sum.
        double Loss(double[] point) =>
            start.SquaredError(SmoothingWeights.At(form, point), values) is var sum && double.IsFinite(sum) ? sum : double.PositiveInfinity;
        // The sum has several valleys: a grid finds the deepest that it meets.
        var best = Grid(form.Weights).MinBy(Loss)!;
        return new SmoothingFit(SmoothingWeights.At(form, UnitCubeSimplex.Minimize(Loss, best)), start);
    }

    private static IEnumerable<double[]> Grid(int dimensions)
    {
        IEnumerable<double[]> points = [[]];
        for (var i = 0; i < dimensions; i++)
            points = points.SelectMany(point => Levels.Select(level => (double[])[.. point, level]));
        return points;
    }
}
