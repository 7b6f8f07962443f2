namespace MlOps.Build.Engine.Data.Patterns;

/// <summary>A part of a simple pattern.</summary>
internal abstract record PatternNode
{
    /// <summary>One character.</summary>
    internal sealed record Character(CharSet Set) : PatternNode;

    /// <summary>Parts one after another.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>One of several parts.</summary>
    internal sealed record Choice(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>A part several times; no limit when <paramref name="Most"/> is null.</summary>
    internal sealed record Repeat(PatternNode Part, int Least, int? Most) : PatternNode;
}
