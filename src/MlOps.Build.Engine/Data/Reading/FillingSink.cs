using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Fills typed columns.</summary>
internal sealed class FillingSink(IReadOnlyList<string> names, IReadOnlyList<ColumnType> types) : IRowSink
{
    private readonly ColumnBuilder[] _builders = [.. names.Zip(types, Builder)];
    private readonly UnreadCollector[] _mismatches = [.. names.Select(name => new UnreadCollector(name, notFinite: false))];
    private readonly UnreadCollector[] _notFinite = [.. names.Select(name => new UnreadCollector(name, notFinite: true))];
    private readonly List<int> _lines = [];

    public int Rows => _lines.Count;

    public void Add(int column, in CsvField field)
    {
        var outcome = _builders[column].Add(field);
        if (outcome != ParseOutcome.Parsed)
            (outcome == ParseOutcome.NotFinite ? _notFinite : _mismatches)[column].Add(_lines.Count, field);
    }

    public void AddMissing(int column) => _builders[column].AddMissing();

    public void EndRow(int line) => _lines.Add(line);

    public Table Build(IReadOnlyList<string> files, int[] firstRows) =>
        new([.. _builders.Select(builder => builder.Build())], new RowOrigins(files, firstRows, [.. _lines]))
        {
            Unread = [.. _mismatches.Concat(_notFinite).Select(collector => collector.Result).OfType<UnreadValues>()],
        };

    /// <summary>Each timestamp column that had a value without an offset, with the first such row.</summary>
    public IEnumerable<(int Column, int Row)> AssumedUtc() => _builders
        .Select((builder, column) => (column, Row: (builder as TimestampBuilder)?.FirstWithoutOffset ?? -1))
        .Where(found => found.Row >= 0);

    private static ColumnBuilder Builder(string name, ColumnType type) => type switch
    {
        ColumnType.Boolean => new ValueBuilder<bool>(NumberParser.Boolean, false, (values, mask) => new BooleanColumn(name, values, mask)),
        ColumnType.Int64 => new ValueBuilder<long>(NumberParser.Int64, 0, (values, mask) => new Int64Column(name, values, mask)),
        ColumnType.Float32 =>
            new ValueBuilder<float>(NumberParser.Float32, float.NaN, (values, mask) => new Float32Column(name, values, mask)),
        ColumnType.Float64 =>
            new ValueBuilder<double>(NumberParser.Float64, double.NaN, (values, mask) => new Float64Column(name, values, mask)),
        ColumnType.Date => new ValueBuilder<int>(DateParser.Date, 0, (values, mask) => new DateColumn(name, values, mask)),
        ColumnType.Timestamp => new TimestampBuilder(name),
        _ => new TextBuilder(name),
    };
}
