namespace MlOps.Build.Engine.Features.Leakage;

/// <summary>Sums over rows from which a line can be fitted, and its squared error on other rows computed.</summary>
internal struct Moments
{
    // A bin with fewer rows than this has no line of its own.
    private const int FewestForLine = 8;

    private double _x;
    private double _y;
    private double _xx;
    private double _xy;
    private double _yy;

    public int Count { get; private set; }

    public void Add(double x, double y)
    {
        Count++;
        _x += x;
        _y += y;
        _xx += x * x;
        _xy += x * y;
        _yy += y * y;
    }

    public void Add(in Moments other)
    {
        Count += other.Count;
        _x += other._x;
        _y += other._y;
        _xx += other._xx;
        _xy += other._xy;
        _yy += other._yy;
    }

    /// <summary>The squared error on these rows of the line through the others; without others, of the mean of all.</summary>
    public readonly double Error(in Moments others, in Moments all)
    {
        var (slope, intercept) = others.Line(all.Count == 0 ? 0 : all._y / all.Count);
        return Math.Max(
            0,
            _yy - (2 * slope * _xy) - (2 * intercept * _y)
            + (slope * slope * _xx) + (2 * slope * intercept * _x) + (Count * intercept * intercept));
    }

    // The mean is drawn towards that of all rows by the weight of one row.
    private readonly (double Slope, double Intercept) Line(double prior)
    {
        if (Count == 0)
            return (0, prior);
        var spread = _xx - (_x * _x / Count);
        if (Count < FewestForLine || spread <= 1e-12 * _xx)
            return (0, (_y + prior) / (Count + 1));
        var slope = (_xy - (_x * _y / Count)) / spread;
        return (slope, (_y - (slope * _x)) / Count);
    }
}
