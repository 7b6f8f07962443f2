namespace MlOps.Build.Contracts;

/// <summary>
/// A file of typed columns in row groups, such as Parquet. Nothing but the footer is read until <see cref="Read"/> asks for a column of a
/// row group. Reading is safe from several threads at once; disposing is not.
/// </summary>
public interface IColumnFile : IDisposable
{
    /// <summary>The file as the user knows it; it stands in messages.</summary>
    string Name { get; }

    /// <summary>The columns in the file's order, unreadable ones too.</summary>
    IReadOnlyList<FileColumn> Columns { get; }

    /// <summary>The row groups in the file's order.</summary>
    IReadOnlyList<RowGroup> RowGroups { get; }

    /// <summary>The rows of all row groups.</summary>
    long RowCount { get; }

    /// <summary>Reads one column of one row group. Dispose of the values before the next are read, and they take the same memory.</summary>
    /// <param name="rowGroup">0-based index in <see cref="RowGroups"/>.</param>
    /// <param name="column">0-based index in <see cref="Columns"/>.</param>
    /// <param name="cancellation">Ends the reading between two pages.</param>
    /// <returns>
    /// By <see cref="FileColumn.Type"/>: <see cref="ColumnValues{T}"/> of bool (Boolean), long (Int64; Timestamp in the column's unit since
    /// 1970-01-01), int (Date, days since 1970-01-01), float or double; or <see cref="TextColumnValues"/> (String).
    /// </returns>
    /// <exception cref="ColumnFileException">The column cannot be read: damaged, unsupported, or a value that its type does not hold.</exception>
    ColumnValues Read(int rowGroup, int column, CancellationToken cancellation = default);
}
