namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>What becomes of a value that a step finds, or of its row.</summary>
internal enum RowFate
{
    /// <summary>The value becomes missing.</summary>
    Missing,

    /// <summary>The value becomes the nearest allowed one.</summary>
    Clip,

    /// <summary>The row is left out.</summary>
    Drop,

    /// <summary>The row is left out and goes to the quarantine file with the reason.</summary>
    Quarantine,
}
