namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Takes the fields of rows: every row has all its columns, missing ones by <see cref="AddMissing"/>.</summary>
internal interface IRowSink
{
    void Add(int column, in CsvField field);

    void AddMissing(int column);

    void EndRow(int line);
}
