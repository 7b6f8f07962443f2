using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;

namespace MlOps.Build.Engine.Gates;

/// <summary>One item of a checklist.</summary>
internal sealed record ChecklistItem
{
    /// <summary>The prose without its expression, as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>What is checked; null for a human sign-off.</summary>
    public GateExpression? Expression { get; init; }

    /// <summary>True when the box is ticked in the file. It signs an item without expression; for others it means nothing.</summary>
    public required bool Ticked { get; init; }

    /// <summary>0 for an item of the outermost list.</summary>
    public required int Depth { get; init; }

    /// <summary>Where a checked item's prose begins, or a sign-off's list item.</summary>
    public required SourcePosition Position { get; init; }
}
