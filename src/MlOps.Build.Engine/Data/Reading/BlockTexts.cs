using System.Text;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// The texts of one block, one a row, where they stand in its bytes: where so many differ that looking each up would cost more than it saves.
/// </summary>
/// <param name="bytes">The block's bytes.</param>
/// <param name="starts">Where each text starts; below 0, its complement is an index into the texts with quotes undone.</param>
/// <param name="lengths">The length of each.</param>
/// <param name="rows">The number of texts.</param>
/// <param name="undone">Texts with quotes undone.</param>
internal sealed class BlockTexts(byte[] bytes, int[] starts, int[] lengths, int rows, List<byte[]> undone) : ITextDictionary
{
    public int Count => rows;

    public bool IsLent => true;

    public ReadOnlySpan<byte> Utf8(int code) =>
        starts[code] >= 0 ? new ReadOnlySpan<byte>(bytes, starts[code], lengths[code]) : undone[~starts[code]];

    public string Text(int code) => Encoding.UTF8.GetString(Utf8(code));
}
