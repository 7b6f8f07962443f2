using MlOps.Build.Engine.Data.Repeats;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>A rule that is being checked.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Column">0-based column of the table.</param>
/// <param name="Search">How repeated values are looked for; null for rules that need only a look at each row.</param>
internal sealed record CheckedRule(ColumnRule Rule, int Column, RepeatSearch? Search)
{
    /// <summary>The checks of all threads.</summary>
    public List<ColumnCheck> Checks { get; } = [];

    /// <summary>What all threads found; set once everything is read.</summary>
    public FailingRows Failing { get; set; } = new();
}
