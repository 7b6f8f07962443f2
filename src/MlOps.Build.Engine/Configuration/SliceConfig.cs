using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Configuration;

/// <summary>What divides the test rows into groups: one column, or several crossed.</summary>
internal sealed record SliceConfig
{
    /// <summary>One part, or those of a crossing.</summary>
    public required IReadOnlyList<SlicePartConfig> Parts { get; init; }

    /// <summary>The name in checklists and reports: the column's, or those of a crossing joined by " x ".</summary>
    [JsonIgnore]
    public string Name => string.Join(" x ", Parts.Select(part => part.Column));

    /// <summary>The values of a column.</summary>
    public static SliceConfig Of(string column) => new() { Parts = [new SlicePartConfig { Column = column }] };
}
