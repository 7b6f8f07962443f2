namespace MlOps.Build.Engine.Data.Reading;

/// <summary>What became of a text that was read as a type.</summary>
internal enum ParseOutcome
{
    Parsed,

    /// <summary>The text is no value of the type.</summary>
    Mismatch,

    /// <summary>The text is a number that is NaN, infinite or too large.</summary>
    NotFinite,
}
