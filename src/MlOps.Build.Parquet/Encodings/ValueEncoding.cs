namespace MlOps.Build.Parquet.Encodings;

/// <summary>How values lie in a page, by Parquet's numbers.</summary>
internal enum ValueEncoding
{
    Plain = 0,
    PlainDictionary = 2,
    Rle = 3,
    BitPacked = 4,
    DeltaBinaryPacked = 5,
    DeltaLengthByteArray = 6,
    DeltaByteArray = 7,
    RleDictionary = 8,
    ByteStreamSplit = 9,
}
