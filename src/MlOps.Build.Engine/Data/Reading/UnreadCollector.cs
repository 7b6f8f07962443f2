namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Keeps the rows of one column that did not parse, and the texts of the first few.</summary>
internal sealed class UnreadCollector(string column, bool notFinite)
{
    private const int Kept = 5;
    private readonly List<int> _rows = [];
    private readonly List<string> _texts = [];

    public void Add(int row, in CsvField field)
    {
        _rows.Add(row);
        if (_texts.Count < Kept)
            _texts.Add(field.Text());
    }

    public UnreadValues? Result =>
        _rows.Count == 0 ? null : new UnreadValues { Column = column, NotFinite = notFinite, Rows = _rows, Texts = _texts };
}
