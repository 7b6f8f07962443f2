namespace MlOps.Build.Contracts;

/// <summary>
/// Text by dictionary. Entries are valid UTF-8, one after the other. Where the file had a dictionary they are its entries; for values that
/// it wrote out there is an entry a value, so two entries may be equal and an entry may have no row.
/// </summary>
/// <param name="codes">The entry of each row; -1 where missing.</param>
/// <param name="content">The entries' bytes, one after the other.</param>
/// <param name="ends">Where each entry ends in <paramref name="content"/>.</param>
/// <param name="missingCount">The number of missing rows.</param>
/// <param name="validity">A bit a row, set where the row has a value; empty when all have.</param>
/// <param name="owner">Takes the memory of the codes back; null when it is nobody's.</param>
public sealed class TextColumnValues(
    ReadOnlyMemory<int> codes,
    ReadOnlyMemory<byte> content,
    ReadOnlyMemory<int> ends,
    int missingCount,
    ReadOnlyMemory<ulong> validity,
    IDisposable? owner = null)
    : ColumnValues(codes.Length, missingCount, validity, owner)
{
    /// <summary>The entry of each row; -1 where missing.</summary>
    public ReadOnlyMemory<int> Codes { get; } = codes;

    /// <summary>The number of entries.</summary>
    public int EntryCount => Ends.Length;

    /// <summary>The entries' bytes, one after the other.</summary>
    public ReadOnlyMemory<byte> Content { get; } = content;

    /// <summary>Where each entry ends in <see cref="Content"/>; the first starts at 0.</summary>
    public ReadOnlyMemory<int> Ends { get; } = ends;

    /// <summary>An entry in UTF-8.</summary>
    public ReadOnlySpan<byte> Entry(int code)
    {
        var start = code == 0 ? 0 : Ends.Span[code - 1];
        return Content.Span.Slice(start, Ends.Span[code] - start);
    }
}
