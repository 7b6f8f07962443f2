using System.Runtime.InteropServices;

namespace MlOps.Build.Inference.Interpreter.Trees;

/// <summary>
/// A node in 16 bytes. The child for "true" stands right behind its parent. Thresholds are doubles: floats fit into them exactly, so
/// comparing widened floats gives what comparing floats does.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TreeNode
{
    /// <summary>The bit of <see cref="Key"/> that sends NaN to "true".</summary>
    public const int MissingIsTrue = 1;

    /// <summary>The bit of <see cref="Key"/> that asks for equality instead of at most.</summary>
    public const int IsEquality = 2;

    /// <summary>Four times the feature plus the bits above; -1 for a leaf.</summary>
    public int Key;

    /// <summary>Where "false" goes on; of a leaf, its number.</summary>
    public int Other;

    /// <summary>The threshold; of a leaf with one weight, that weight.</summary>
    public double Value;
}
