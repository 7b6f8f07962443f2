namespace MlOps.Build.Engine.Data.Reading;

/// <summary>What is wrong with the quoting of a field.</summary>
internal enum CsvFault
{
    None,

    /// <summary>A quote inside a field that is not quoted: against RFC 4180, but it can only mean itself.</summary>
    StrayQuote,

    /// <summary>Text between a closing quote and the delimiter: what the field is cannot be known.</summary>
    TextAfterQuote,

    /// <summary>The file ends inside quotes.</summary>
    UnclosedQuote,
}
