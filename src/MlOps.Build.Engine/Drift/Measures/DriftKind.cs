namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>What a column's values are to a measure.</summary>
[Flags]
internal enum DriftKind
{
    /// <summary>Values with an order and distances: numbers, dates, timestamps.</summary>
    Number = 1,

    /// <summary>Values that are equal or not: texts, booleans.</summary>
    Category = 2,

    /// <summary>Both.</summary>
    Any = Number | Category,
}
