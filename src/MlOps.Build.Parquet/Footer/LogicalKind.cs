namespace MlOps.Build.Parquet.Footer;

/// <summary>What values mean, whether the file says so by a logical type or by the older converted type.</summary>
internal enum LogicalKind
{
    None,
    Text,
    Enum,
    Json,
    Integer,
    Decimal,
    Date,
    Time,
    Timestamp,
    Uuid,
    Float16,
    AlwaysMissing,

    /// <summary>A kind that this reader does not read; <see cref="LogicalType.Name"/> names it.</summary>
    Other,
}
