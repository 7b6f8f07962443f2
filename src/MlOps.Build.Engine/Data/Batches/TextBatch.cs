namespace MlOps.Build.Engine.Data.Batches;

/// <summary>
/// Texts by dictionary. A dictionary that is not the one of the batch before is a new one: a sink may remember what it found out about a
/// dictionary's texts for as long as the object stays the same, also while it grows.
/// </summary>
internal sealed class TextBatch(BatchColumn column) : ColumnBatch(column)
{
    private int[] _codes = [];
    private int _start;

    /// <summary>Indices into <see cref="Dictionary"/>; where missing, they mean nothing.</summary>
    public ReadOnlySpan<int> Codes => _codes.AsSpan(_start, Rows);

    public ITextDictionary Dictionary { get; private set; } = EmptyDictionary.Instance;

    public void Show(int[] codes, int start, int rows, ITextDictionary dictionary, ulong[] missing, int missingCount)
    {
        (_codes, _start, Rows, Dictionary) = (codes, start, rows, dictionary);
        (Missing, MissingCount) = (missing, missingCount);
    }

    public override string? Text(int row) => IsMissing(row) ? null : Dictionary.Text(_codes[_start + row]);
}
