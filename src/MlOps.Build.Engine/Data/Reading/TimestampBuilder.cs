namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Collects timestamps and remembers whether one came without an offset.</summary>
internal sealed class TimestampBuilder(string name) : ColumnBuilder
{
    private readonly List<DateTimeOffset> _values = [];

    /// <summary>The first row without an offset; -1 when every value has one.</summary>
    public int FirstWithoutOffset { get; private set; } = -1;

    protected override int Count => _values.Count;

    public override ParseOutcome Add(in CsvField field)
    {
        var outcome = DateParser.Timestamp(field.Content, out var value, out var hasOffset);
        if (outcome != ParseOutcome.Parsed)
        {
            AddMissing();
            return outcome;
        }

        if (!hasOffset && FirstWithoutOffset < 0)
            FirstWithoutOffset = Count;
        _values.Add(value);
        return outcome;
    }

    public override Column Build() => new TimestampColumn(name, [.. _values], BuildMask());

    protected override void AddBlank() => _values.Add(default);
}
