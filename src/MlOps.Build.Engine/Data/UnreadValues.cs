namespace MlOps.Build.Engine.Data;

/// <summary>The fields of one column that are no value of its type; in the table these rows are missing.</summary>
internal sealed record UnreadValues
{
    public required string Column { get; init; }

    /// <summary>True for NaN, infinity and numbers too large for the type.</summary>
    public required bool NotFinite { get; init; }

    /// <summary>The rows, ascending.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>The texts of the first few rows.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>The text of a row; null when it is not one of the first few.</summary>
    public string? TextOf(int row)
    {
        for (var i = 0; i < Texts.Count; i++)
        {
            if (Rows[i] == row)
                return Texts[i];
        }

        return null;
    }

    /// <summary>Those among the given rows, ascending, by their new places; null when there is none.</summary>
    public UnreadValues? Take(int[] rows)
    {
        var kept = Rows.Select((row, index) => (Place: Array.BinarySearch(rows, row), Index: index)).Where(pair => pair.Place >= 0).ToList();
        return kept.Count == 0 ? null : this with
        {
            Rows = [.. kept.Select(pair => pair.Place)],
            Texts = [.. kept.TakeWhile(pair => pair.Index < Texts.Count).Select(pair => Texts[pair.Index])],
        };
    }
}
