using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Smoothing;

/// <summary>
/// What an exponential smoothing knows of a series (Holt, 1957; Winters, 1960; with a damped slope Gardner and McKenzie, 1985), in the
/// component form of Hyndman and Athanasopoulos, Forecasting: Principles and Practice, sections 8.1 to 8.3.
/// </summary>
internal sealed class SmoothingState
{
    private readonly SmoothingForm _form;
    private readonly double[] _seasons;
    private int _next;

    /// <param name="form">What it is made of.</param>
    /// <param name="level">The level before the first value.</param>
    /// <param name="slope">What the level gains a time; 0 without a trend.</param>
    /// <param name="seasons">What each time of the first season changes; empty without one.</param>
    public SmoothingState(SmoothingForm form, double level, double slope, double[] seasons)
    {
        _form = form;
        _seasons = (double[])seasons.Clone();
        (Level, Slope) = (level, slope);
    }

    public double Level { get; private set; }

    public double Slope { get; private set; }

    /// <summary>By time of the first season.</summary>
    public IReadOnlyList<double> Seasons => _seasons;

    public SmoothingState Copy() => new(_form, Level, Slope, _seasons) { _next = _next };

    /// <summary>The next value, before it is known.</summary>
    public double Forecast(SmoothingWeights weights)
    {
        var level = Level + (weights.Damping * Slope);
        return _form.Season switch
        {
            SeasonForm.Additive => level + _seasons[_next],
            SeasonForm.Multiplicative => level * _seasons[_next],
            _ => level,
        };
    }

    /// <summary>Goes on to the time after the value.</summary>
    public void Learn(SmoothingWeights weights, double value)
    {
        var expected = Level + (weights.Damping * Slope);
        var season = _form.Season == SeasonForm.None ? 0 : _seasons[_next];
        var seen = _form.Season == SeasonForm.Multiplicative ? value / season : value - season;
        var level = (weights.Level * seen) + ((1 - weights.Level) * expected);
        if (_form.Trend != TrendForm.None)
            Slope = (weights.Slope * (level - Level)) + ((1 - weights.Slope) * weights.Damping * Slope);
        if (_form.Season != SeasonForm.None)
        {
            var deviation = _form.Season == SeasonForm.Multiplicative ? value / expected : value - expected;
            _seasons[_next] = (weights.Season * deviation) + ((1 - weights.Season) * season);
            _next = (_next + 1) % _form.Length;
        }

        Level = level;
    }

    /// <summary>The sum of the squared errors of one-step forecasts, from this state on.</summary>
    public double SquaredError(SmoothingWeights weights, double[] values)
    {
        var state = Copy();
        var squares = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var error = values[i] - state.Forecast(weights);
            squares[i] = error * error;
            state.Learn(weights, values[i]);
        }

        return FixedSum.Sum(squares);
    }
}
