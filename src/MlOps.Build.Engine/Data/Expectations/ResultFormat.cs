namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>How much a validation result tells.</summary>
internal enum ResultFormat
{
    /// <summary>Success alone.</summary>
    BooleanOnly,

    /// <summary>Counts, observed values and the first unexpected values.</summary>
    Basic,

    /// <summary>And how often each of them occurs among them, and in which rows.</summary>
    Summary,

    /// <summary>And up to 200 unexpected values with their rows.</summary>
    Complete,
}
