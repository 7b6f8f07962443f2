namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// The rows that start in a block, as places in its bytes: field c of row r lies between <c>Ends[First + r * Stride + c] + 1</c> and
/// <c>Ends[First + r * Stride + c + 1]</c>.
/// </summary>
internal readonly ref struct BlockRows(byte[] bytes, ReadOnlySpan<int> ends, int first, int stride, int count)
{
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public byte[] Array { get; } = bytes;

    public ReadOnlySpan<int> Ends { get; } = ends;

    public int First { get; } = first;

    public int Stride { get; } = stride;

    public int Count { get; } = count;

    public int Start(int row) => Ends[First + (row * Stride)] + 1;

    public ReadOnlySpan<byte> Field(int row, int column)
    {
        var at = First + (row * Stride) + column;
        return Bytes[(Ends[at] + 1)..Ends[at + 1]];
    }
}
