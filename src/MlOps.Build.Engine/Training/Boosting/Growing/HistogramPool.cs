namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>Histograms to use again. Beyond a limit none is lent; a leaf without one has both children counted anew.</summary>
internal sealed class HistogramPool(int length)
{
    private const long MostBytes = 1L << 29;

    private readonly Stack<long[]> _free = new();
    private readonly int _most = (int)Math.Clamp(MostBytes / (8L * Math.Max(1, length)), 4, int.MaxValue);
    private int _made;

    public long[]? Rent()
    {
        if (_free.TryPop(out var histogram))
            return histogram;
        if (_made == _most)
            return null;
        _made++;
        return new long[length];
    }

    public void Return(long[]? histogram)
    {
        if (histogram is not null)
            _free.Push(histogram);
    }
}
