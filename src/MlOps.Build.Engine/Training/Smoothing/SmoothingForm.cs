namespace MlOps.Build.Engine.Training.Smoothing;

/// <summary>What an exponential smoothing is made of.</summary>
/// <param name="Trend">How the level goes on.</param>
/// <param name="Season">How the season changes it.</param>
/// <param name="Length">Times of one season; 1 without one.</param>
internal sealed record SmoothingForm(TrendForm Trend, SeasonForm Season, int Length)
{
    /// <summary>Values that a start needs: two seasons, and ten values of the moving average over one.</summary>
    public int FewestValues => Season == SeasonForm.None ? 10 : Math.Max(2 * Length, 10 + (2 * (Length / 2)));

    /// <summary>How many weights are free: that of the level, of the slope, of the season, and the damping.</summary>
    public int Weights => 1 + (int)Trend + (Season == SeasonForm.None ? 0 : 1);
}
