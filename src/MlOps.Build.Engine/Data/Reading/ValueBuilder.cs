namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Collects a column of plain values.</summary>
internal sealed class ValueBuilder<T>(FieldParse<T> parse, T blank, Func<T[], MissingMask, Column> make) : ColumnBuilder
{
    private readonly List<T> _values = [];

    protected override int Count => _values.Count;

    public override ParseOutcome Add(in CsvField field)
    {
        var outcome = parse(field.Content, out var value);
        if (outcome == ParseOutcome.Parsed)
            _values.Add(value);
        else
            AddMissing();
        return outcome;
    }

    public override Column Build() => make([.. _values], BuildMask());

    protected override void AddBlank() => _values.Add(blank);
}
