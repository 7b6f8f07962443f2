namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Collects texts by dictionary; any field is a text.</summary>
internal sealed class TextBuilder(string name) : ColumnBuilder
{
    private readonly List<int> _codes = [];
    private readonly TextDictionary _dictionary = new();

    protected override int Count => _codes.Count;

    public override ParseOutcome Add(in CsvField field)
    {
        _codes.Add(_dictionary.Code(field));
        return ParseOutcome.Parsed;
    }

    public override Column Build() => new StringColumn(name, [.. _codes], _dictionary.Values, BuildMask());

    protected override void AddBlank() => _codes.Add(-1);
}
