namespace MlOps.Build.Contracts;

/// <summary>
/// Rows that changed sides between champion and this model. Classification: rows that one of them gets right and the other wrong.
/// Regression: the tenth of the rows, among those that got worse, whose absolute error grew most.
/// </summary>
public sealed record ChampionSides
{
    /// <summary>Rows that the champion gets right and this model wrong; 0 for regression.</summary>
    public int RightToWrong { get; init; }

    /// <summary>Rows that the champion gets wrong and this model right; 0 for regression.</summary>
    public int WrongToRight { get; init; }

    /// <summary>Rows whose absolute error is larger than the champion's (regression).</summary>
    public int Worsened { get; init; }

    /// <summary>Rows whose absolute error is smaller than the champion's (regression).</summary>
    public int Improved { get; init; }

    /// <summary>Rows that are compared with the rest of the test rows in <see cref="Columns"/>.</summary>
    public required int Rows { get; init; }

    /// <summary>
    /// The feature columns that differ most between these rows and the rest, most first, at most 10; columns that differ by no more
    /// than chance would have it, and sensitive ones, are left out.
    /// </summary>
    public IReadOnlyList<ChampionSideColumn> Columns { get => field ?? []; init; } = [];

    /// <summary>The rows whose absolute error grew most, at most 10 (regression; empty when the label is sensitive).</summary>
    public IReadOnlyList<ChampionSideRow> Worst { get => field ?? []; init; } = [];
}
