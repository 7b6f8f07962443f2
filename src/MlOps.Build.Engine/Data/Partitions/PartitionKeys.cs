using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Partitions;

/// <summary>Columns whose values stand in the names of folders, one value a file.</summary>
internal sealed class PartitionKeys
{
    public static readonly PartitionKeys None = new([], []);

    private readonly IReadOnlyList<string?[]> _values;

    private PartitionKeys(IReadOnlyList<BatchColumn> columns, IReadOnlyList<string?[]> values) => (Columns, _values) = (columns, values);

    /// <summary>In the order of the first file's folders; empty when folders mean nothing.</summary>
    public IReadOnlyList<BatchColumn> Columns { get; }

    /// <summary>The texts of a column by file; null where the value is missing.</summary>
    public string?[] Values(int column) => _values[column];

    /// <summary>
    /// The keys of files. Folders count when the data say so (<see cref="DataSource.Partitioned"/>); when they say nothing, without a contract or when it has
    /// one of the keys.
    /// </summary>
    /// <returns>Null, with errors, when the folders do not agree with each other or with the contract.</returns>
    public static PartitionKeys? Of(IReadOnlyList<DataSource> files, DataSchema? schema, DiagnosticBag diagnostics)
    {
        var paths = files.Select(file => file.Partitioned == false ? [] : PartitionPath.Of(file.Name)).ToList();
        var isAsked = files.Any(file => file.Partitioned == true);
        if (!isAsked && (paths.All(path => path.Length == 0) || (schema is not null && !paths.Exists(path => path.Any(pair => schema.Find(pair.Key) is not null)))))
            return None;
        if (!new PartitionCheck(files, paths, schema, diagnostics).IsSound())
            return null;
        var names = paths[0].Select(pair => pair.Key).ToList();
        var values = names.Select(name => paths.Select(path => path.First(pair => pair.Key == name).Value).ToArray()).ToList();
        return new PartitionKeys([.. names.Zip(values, (name, texts) => new BatchColumn(name, schema?.Find(name)?.Type ?? Infer(texts)))], values);
    }

    /// <summary>The contract of what stands in the files themselves, which need not have the keys.</summary>
    public DataSchema? InFiles(DataSchema? schema)
    {
        if (schema is null || Columns.Count == 0)
            return schema;
        var others = schema.Columns.Where(column => !Has(column.Name));
        return schema with
        {
            Columns = [.. schema.Format.HasHeader ? schema.Columns.Select(column => Has(column.Name) ? column with { Required = false } : column) : others],
        };
    }

    private bool Has(string name) => Columns.Any(column => column.Name == name);

    // As DuckDB does: a date, a whole number that is written as one, otherwise text; "01" is text.
    private static ColumnType Infer(IReadOnlyList<string?> texts)
    {
        var present = texts.OfType<string>().ToList();
        if (present.Count == 0)
            return ColumnType.String;
        if (present.TrueForAll(text => DateParser.Date(Encoding.UTF8.GetBytes(text), out _) == ParseOutcome.Parsed))
            return ColumnType.Date;
        return present.TrueForAll(text => NumberParser.Int64(Encoding.UTF8.GetBytes(text), out var number) == ParseOutcome.Parsed && BatchText.Int64(number) == text)
            ? ColumnType.Int64
            : ColumnType.String;
    }
}
