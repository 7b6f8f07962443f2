namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>One axis: its title, its range and whether its numbers are shares.</summary>
internal sealed record PlotAxis(string Title, double Low, double High, bool Percent = false)
{
    /// <summary>The axis of a share, from 0 to 1.</summary>
    public static PlotAxis Share(string title) => new(title, 0, 1, true);

    /// <summary>An axis around the finite values, with a little room; never empty.</summary>
    public static PlotAxis Around(string title, IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (low, high) = (finite.Min(), finite.Max());
        var room = high > low ? (high - low) * 0.04 : Math.Max(Math.Abs(high) * 0.1, 0.1);
        return double.IsFinite(high - low) ? new PlotAxis(title, low - room, high + room) : new PlotAxis(title, -1, 1);
    }
}
