using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;

namespace MlOps.Build.Engine.Gates;

/// <summary>One item of a checklist.</summary>
internal sealed record ChecklistItem
{
    /// <summary>The prose without its expression, as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>What is checked; null for a human sign-off and for a heading.</summary>
    public GateExpression? Expression { get; init; }

    /// <summary>True when the box is ticked in the file. It signs an item without expression; for others it means nothing.</summary>
    public required bool Ticked { get; init; }

    /// <summary>0 for an item of the outermost list.</summary>
    public required int Depth { get; init; }

    /// <summary>The index of the item that it stands below; null in the outermost list.</summary>
    public int? Parent { get; init; }

    /// <summary>True for an item without expression that has items below it.</summary>
    public bool IsHeading { get; init; }

    /// <summary>The links of the prose that are safe to follow.</summary>
    public IReadOnlyList<GateLink> Links { get; init; } = [];

    /// <summary>Where a checked item's prose begins, or a sign-off's list item.</summary>
    public required SourcePosition Position { get; init; }
}
