namespace MlOps.Build.Parquet.Pages;

/// <summary>The kinds of pages, by Parquet's numbers.</summary>
internal enum PageKind
{
    Unknown = -1,
    Data = 0,
    Index = 1,
    Dictionary = 2,
    DataV2 = 3,
}
