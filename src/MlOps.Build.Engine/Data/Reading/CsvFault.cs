namespace MlOps.Build.Engine.Data.Reading;

/// <summary>What is wrong with the quoting of a field.</summary>
internal enum CsvFault
{
    None,
    StrayQuote,
    UnclosedQuote,
}
