using System.Runtime.InteropServices;

namespace MlOps.Build.Inference.Interpreter.Trees;

/// <summary>
/// A node in 16 bytes. The child for "true" stands right behind its parent. Thresholds are doubles: floats fit into them exactly, so
/// comparing widened floats gives what comparing floats does.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TreeNode
{
    /// <summary>The bit of <see cref="Key"/> that sends NaN the other way than the comparison does: a NaN is not at most anything, and unlike everything.</summary>
    public const int MissingIsOther = 1;

    /// <summary>The bit of <see cref="Key"/> that asks for "is not" instead of "is at most".</summary>
    public const int IsInequality = 2;

    /// <summary>Four times the feature plus the bits above; -1 for a leaf.</summary>
    public int Key;

    /// <summary>Where "false" goes on; of a leaf, its number.</summary>
    public int Other;

    /// <summary>The threshold; of a leaf with one weight, that weight.</summary>
    public double Value;
}
