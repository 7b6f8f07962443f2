using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>The first pass without a contract: types from all rows.</summary>
internal sealed class SniffingSink : IRowSink
{
    private readonly TypeSniffer[] _columns;

    public SniffingSink(int columns)
    {
        _columns = new TypeSniffer[columns];
        for (var i = 0; i < columns; i++)
            _columns[i] = new TypeSniffer();
    }

    public IReadOnlyList<ColumnType> Types => [.. _columns.Select(column => column.Type)];

    public void Add(int column, in CsvField field) => _columns[column].Add(field);

    public void AddMissing(int column)
    {
        // A missing value says nothing about the type.
    }

    public void EndRow(int line)
    {
        // Lines are kept by the second pass.
    }
}
