namespace MlOps.Build.Contracts;

/// <summary>The types that a column can have.</summary>
public enum ColumnType
{
    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>64-bit signed integer.</summary>
    Int64,

    /// <summary>32-bit IEEE 754 number.</summary>
    Float32,

    /// <summary>64-bit IEEE 754 number.</summary>
    Float64,

    /// <summary>Calendar date without time of day.</summary>
    Date,

    /// <summary>Point in time with its offset from UTC.</summary>
    Timestamp,

    /// <summary>Text or category.</summary>
    String,
}
