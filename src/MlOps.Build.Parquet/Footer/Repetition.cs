namespace MlOps.Build.Parquet.Footer;

/// <summary>How often a column has a value in a row, by Parquet's numbers.</summary>
internal enum Repetition
{
    Required = 0,
    Optional = 1,
    Repeated = 2,
}
