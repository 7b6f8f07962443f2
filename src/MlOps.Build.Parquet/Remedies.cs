using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet;

/// <summary>The way out of each fault, as far as the fault does not say it itself.</summary>
internal static class Remedies
{
    public static string Of(string code) => code switch
    {
        ParquetCodes.NotParquet => "Give a whole Parquet file, or the file's own format by its extension.",
        ParquetCodes.Footer or ParquetCodes.Page or ParquetCodes.Checksum => "The file is damaged: fetch or write it anew.",
        ParquetCodes.Encrypted => "Write the file without encryption, or decrypt it first.",
        _ => "",
    };
}
