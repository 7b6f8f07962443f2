namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>How the values of a row stand in a result.</summary>
internal enum RowShape
{
    /// <summary>The value alone.</summary>
    Value,

    /// <summary>A list of two.</summary>
    Pair,

    /// <summary>An object by column.</summary>
    Record,
}
