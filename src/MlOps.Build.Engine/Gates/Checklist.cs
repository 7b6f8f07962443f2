using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates;

/// <summary><c>validation-checklist.md</c> as it was read; everything that is not an item is prose.</summary>
internal sealed record Checklist
{
    /// <summary>The file's path as the user knows it.</summary>
    public required string File { get; init; }

    /// <summary>The file's text.</summary>
    public required string Source { get; init; }

    /// <summary>The items in the order of the file, nested ones after their parent.</summary>
    public required IReadOnlyList<ChecklistItem> Items { get; init; }

    /// <summary>
    /// Reads a checklist. Null when it has no items, cannot be read, or an expression does not parse; every broken expression is
    /// reported at its line and column.
    /// </summary>
    public static Checklist? Parse(string file, string text, DiagnosticBag diagnostics) =>
        new ChecklistReader(file, text, diagnostics).Read();
}
