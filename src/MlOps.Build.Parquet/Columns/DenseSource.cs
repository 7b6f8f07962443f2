using System.Buffers;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Columns;

/// <summary>Decodes the values of pages, without the missing rows between them.</summary>
internal abstract class DenseSource<T>
{
    private T[]? _dictionary;

    public void ReadDictionary(ReadOnlySpan<byte> content, int count)
    {
        var dictionary = new T[CheckedCount(content.Length, count)];
        Decode(ValueEncoding.Plain, content, dictionary);
        _dictionary = dictionary;
    }

    public void Decode(ValueEncoding encoding, ReadOnlySpan<byte> content, Span<T> target)
    {
        if (target.IsEmpty)
            return;
        if (encoding is ValueEncoding.PlainDictionary or ValueEncoding.RleDictionary)
            Gather(content, target);
        else
            DecodeValues(encoding, content, target);
    }

    /// <summary>The count if so many values can lie in so many bytes.</summary>
    protected abstract int CheckedCount(int bytes, int count);

    protected abstract void DecodeValues(ValueEncoding encoding, ReadOnlySpan<byte> content, Span<T> target);

    protected static void Unknown(ValueEncoding encoding, string type) =>
        Faults.Unsupported($"its encoding, {encoding}, is not read for {type}; write the file anew with plain or dictionary encoding");

    private void Gather(ReadOnlySpan<byte> content, Span<T> target)
    {
        var dictionary = _dictionary;
        if (dictionary is null)
            Faults.Page("a page refers to a dictionary before there is one");
        var codes = ArrayPool<int>.Shared.Rent(target.Length);
        try
        {
            var used = codes.AsSpan(0, target.Length);
            DictionaryCodes.Decode(content, dictionary!.Length, used);
            for (var i = 0; i < used.Length; i++)
                target[i] = dictionary[used[i]];
        }
        finally
        {
            ArrayPool<int>.Shared.Return(codes);
        }
    }
}
