namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of Parquet files, part of <c>MLOPS1xxx</c>. A code is never reused.</summary>
public static class ParquetCodes
{
    /// <summary>A file is not a Parquet file, or its end is missing.</summary>
    public const string NotParquet = "MLOPS1040";

    /// <summary>The footer of a Parquet file is damaged.</summary>
    public const string Footer = "MLOPS1041";

    /// <summary>A page's checksum does not match its content.</summary>
    public const string Checksum = "MLOPS1042";

    /// <summary>A page's header, lengths or content are damaged.</summary>
    public const string Page = "MLOPS1043";

    /// <summary>A part of a Parquet file is larger than the reader allows.</summary>
    public const string Limit = "MLOPS1044";

    /// <summary>A column is compressed by a codec that the reader lacks.</summary>
    public const string Codec = "MLOPS1045";

    /// <summary>A column has a type or an encoding that the reader lacks.</summary>
    public const string Unsupported = "MLOPS1046";

    /// <summary>A column is nested.</summary>
    public const string Nested = "MLOPS1047";

    /// <summary>A Parquet file or column is encrypted.</summary>
    public const string Encrypted = "MLOPS1048";

    /// <summary>A value does not fit the type as which its column is read.</summary>
    public const string Value = "MLOPS1049";
}
