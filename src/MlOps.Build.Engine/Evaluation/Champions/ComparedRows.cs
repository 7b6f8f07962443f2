using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>What may be said of the test rows that two models are compared on.</summary>
internal sealed record ComparedRows
{
    /// <summary>The feature columns at the test rows; none of them is sensitive.</summary>
    public IReadOnlyList<Column> Columns { get; init; } = [];

    /// <summary>A number a row that rises with time, the same for rows of the same time; null when the split is not by time.</summary>
    public int[]? Moments { get; init; }

    /// <summary>File and line of each row; null when the label is sensitive, whose errors would give it away.</summary>
    public IReadOnlyList<(string File, int Line)>? Places { get; init; }
}
