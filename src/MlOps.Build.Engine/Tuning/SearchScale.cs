using System.Globalization;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// A range as an interval in which values are spread evenly: itself, or its logarithms. Whole numbers have half a unit on either side, so
/// that the ends are as likely as the others. Numbers are rounded to six significant digits: what a report shows is what was tried.
/// </summary>
internal sealed class SearchScale(SearchDimension dimension)
{
    public double Low { get; } = Coordinate(dimension, dimension.Minimum - (dimension.Integer ? 0.5 : 0));

    public double High { get; } = Coordinate(dimension, dimension.Maximum + (dimension.Integer ? 0.5 : 0));

    public double Width => High - Low;

    /// <summary>Where a value lies.</summary>
    public double Of(double value) => Coordinate(dimension, value);

    /// <summary>The ends of what is rounded to a value; both the value's own place when it is no whole number.</summary>
    public (double Low, double High) Around(double value) => dimension.Integer
        ? (Coordinate(dimension, value - 0.5), Coordinate(dimension, value + 0.5))
        : (Of(value), Of(value));

    /// <summary>The value at a place within the interval.</summary>
    public double ValueAt(double place)
    {
        var value = dimension.Logarithmic ? DeterministicMath.Exp(place) : place;
        value = dimension.Integer
            ? Math.Floor(value + 0.5)
            : double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Clamp(value, dimension.Minimum, dimension.Maximum);
    }

    /// <summary>Evenly spaced values with both ends, each once.</summary>
    public IReadOnlyList<double> Grid()
    {
        var (low, high) = (Of(dimension.Minimum), Of(dimension.Maximum));
        return
        [
            .. Enumerable.Range(0, dimension.Points)
                .Select(i => ValueAt(dimension.Points == 1 ? (low + high) / 2 : low + ((high - low) * i / (dimension.Points - 1))))
                .Distinct(),
        ];
    }

    private static double Coordinate(SearchDimension dimension, double value) =>
        dimension.Logarithmic ? DeterministicMath.Log(value) : value;
}
