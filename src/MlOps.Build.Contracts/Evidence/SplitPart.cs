namespace MlOps.Build.Contracts;

/// <summary>The part of the data that a row belongs to.</summary>
public enum SplitPart : byte
{
    /// <summary>Learned from.</summary>
    Train,

    /// <summary>Decides when to stop and which trial wins.</summary>
    Validation,

    /// <summary>Judges; nothing is chosen by it.</summary>
    Test,
}
