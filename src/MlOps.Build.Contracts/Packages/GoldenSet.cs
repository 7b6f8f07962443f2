namespace MlOps.Build.Contracts;

/// <summary>
/// Rows of the test split with their predictions, replayed by the consumer's self-test. Sensitive columns are missing in every row, and
/// the predictions are those of the rows without them.
/// </summary>
public sealed record GoldenSet
{
    /// <summary>The columns of <see cref="GoldenRow.Values"/>, in the signature's order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The columns left missing because the contract calls them sensitive.</summary>
    public IReadOnlyList<string> Withheld { get => field ?? []; init; } = [];

    /// <summary>The rows.</summary>
    public required IReadOnlyList<GoldenRow> Rows { get; init; }
}
