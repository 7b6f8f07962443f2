namespace MlOps.Build.Engine.Training.Smoothing;

/// <summary>How fast a smoothing forgets, each 0 to 1.</summary>
/// <param name="Level">What a new value counts for the level.</param>
/// <param name="Slope">What a new difference of levels counts for the slope; at most that of the level.</param>
/// <param name="Season">What a new deviation counts for the season; at most 1 less that of the level.</param>
/// <param name="Damping">What the slope is multiplied by each time; 1 for one that does not fade.</param>
internal readonly record struct SmoothingWeights(double Level, double Slope, double Season, double Damping)
{
    // The bounds of statsmodels: below 0.8 a slope is gone at once, and near 1 it cannot be told from one that does not fade.
    private const double LeastDamping = 0.8;
    private const double MostDamping = 0.995;

    /// <summary>The weights at a point of the unit cube of <see cref="SmoothingForm.Weights"/> dimensions.</summary>
    public static SmoothingWeights At(SmoothingForm form, ReadOnlySpan<double> point)
    {
        var (level, next) = (point[0], 1);
        var slope = form.Trend == TrendForm.None ? 0 : level * point[next++];
        var damping = form.Trend == TrendForm.Damped ? LeastDamping + ((MostDamping - LeastDamping) * point[next++]) : 1;
        var season = form.Season == SeasonForm.None ? 0 : (1 - level) * point[next];
        return new SmoothingWeights(level, slope, season, damping);
    }
}
