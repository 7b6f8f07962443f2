using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles.Sketches;

namespace MlOps.Build.Engine.Data.Comparison;

/// <summary>Hashes the values of one column, the same for equal values of both versions. Texts are hashed once a dictionary.</summary>
/// <param name="asDouble">True when one version holds whole numbers and the other fractions.</param>
internal sealed class CellHasher(bool asDouble)
{
    private const ulong Missing = 0x5E7D_1C3A_9B24_F086;

    private readonly List<ulong> _texts = [];
    private ITextDictionary? _dictionary;

    public ulong Of(ColumnBatch batch, int row) => batch.IsMissing(row) ? Missing : batch switch
    {
        TextBatch texts => OfText(texts, texts.Codes[row]),
        ValueBatch<long> integers => asDouble ? OfNumber(integers.Values[row]) : StableHash.Of((ulong)integers.Values[row]),
        ValueBatch<double> floats => OfNumber(floats.Values[row]),
        ValueBatch<float> floats => OfNumber(floats.Values[row]),
        ValueBatch<int> days => StableHash.Of((ulong)days.Values[row]),
        ValueBatch<bool> booleans => StableHash.Of(booleans.Values[row] ? 1UL : 0UL),
        _ => throw new ArgumentException($"Batches of {batch.Type} cannot be compared.", nameof(batch)),
    };

    private static ulong OfNumber(double value) => StableHash.Of(double.IsNaN(value) ? Missing : OrderedBits.Of(value));

    private ulong OfText(TextBatch batch, int code)
    {
        if (!ReferenceEquals(batch.Dictionary, _dictionary))
        {
            _texts.Clear();
            _dictionary = batch.Dictionary;
        }

        for (var next = _texts.Count; next <= code; next++)
            _texts.Add(StableHash.Of(batch.Dictionary.Utf8(next)));
        return _texts[code];
    }
}
