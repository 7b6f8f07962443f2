using MlOps.Build.Engine.Evaluation.Bootstrap;

namespace MlOps.Build.Benchmarks.Coverage;

/// <summary>How often intervals of one kind covered the truth, lay below it, or above.</summary>
internal sealed class CoverageCounts
{
    private int _all;
    private int _below;
    private int _above;
    private double _width;

    public void Add(BootstrapInterval? interval, double truth)
    {
        if (interval is { } found)
            Add(found.Low, found.High, truth);
    }

    public void Add(double low, double high, double truth)
    {
        lock (this)
        {
            _all++;
            _width += high - low;
            _below += high < truth ? 1 : 0;
            _above += low > truth ? 1 : 0;
        }
    }

    public int All => _all;

    /// <summary>Share of intervals that hold the truth.</summary>
    public double Covered => 1 - ((double)(_below + _above) / _all);

    /// <summary>Share of intervals wholly below the truth.</summary>
    public double Below => (double)_below / _all;

    /// <summary>Share of intervals wholly above the truth.</summary>
    public double Above => (double)_above / _all;

    public double Width => _width / _all;
}
