namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Collects the values of one column. A field that does not parse is kept as missing.</summary>
internal abstract class ColumnBuilder
{
    private readonly List<int> _missing = [];

    protected abstract int Count { get; }

    public abstract ParseOutcome Add(in CsvField field);

    public void AddMissing()
    {
        _missing.Add(Count);
        AddBlank();
    }

    public abstract Column Build();

    protected abstract void AddBlank();

    protected MissingMask BuildMask()
    {
        var mask = new MissingMask(Count);
        foreach (var row in _missing)
            mask.Set(row);
        return mask;
    }
}
