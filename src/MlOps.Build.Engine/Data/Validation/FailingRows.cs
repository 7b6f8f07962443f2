namespace MlOps.Build.Engine.Data.Validation;

/// <summary>The rows that break a rule: all counted, the first few kept.</summary>
internal sealed class FailingRows
{
    private const int Kept = 5;
    private readonly List<int> _first = [];

    public long Count { get; private set; }

    public IReadOnlyList<int> First => _first;

    public void Add(int row)
    {
        Count++;
        if (_first.Count < Kept)
            _first.Add(row);
    }
}
