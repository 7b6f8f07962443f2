namespace MlOps.Build.Contracts;

/// <summary>
/// The values of one column in one row group. Disposing gives their memory back, to be used for the next ones; nothing of them may be read
/// after it. Whoever keeps them does not dispose them, which is allowed and costs fresh memory.
/// </summary>
/// <param name="rowCount">The number of rows.</param>
/// <param name="missingCount">The number of missing rows.</param>
/// <param name="validity">A bit a row, lowest first, set where the row has a value; empty when all have.</param>
/// <param name="owner">Takes the memory back; null when it is nobody's.</param>
public abstract class ColumnValues(int rowCount, int missingCount, ReadOnlyMemory<ulong> validity, IDisposable? owner) : IDisposable
{
    private IDisposable? _owner = owner;

    /// <summary>The number of rows.</summary>
    public int RowCount { get; } = rowCount;

    /// <summary>The number of missing rows.</summary>
    public int MissingCount { get; } = missingCount;

    /// <summary>A bit a row, lowest first, set where the row has a value; empty when every row has one.</summary>
    public ReadOnlyMemory<ulong> Validity { get; } = validity;

    /// <summary>Gives the memory back; a second time does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Dispose();

    /// <summary>True when the row has no value. For loops over all rows, take <see cref="Validity"/>.</summary>
    public bool IsMissing(int row) => Validity.Length > 0 && (Validity.Span[row >> 6] >> (row & 63) & 1) == 0;
}
