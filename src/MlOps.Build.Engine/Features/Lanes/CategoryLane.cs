namespace MlOps.Build.Engine.Features.Lanes;

/// <summary>One of several values: a text, or an int64 that stands for one.</summary>
/// <param name="Name">What the inputs made of it are called.</param>
/// <param name="Value">The graph's value.</param>
/// <param name="Train">The training rows' values as indices into <paramref name="Levels"/>, -1 where missing.</param>
/// <param name="Levels">The values that training rows hold, as text.</param>
/// <param name="Keys">What stands for each level in the graph.</param>
/// <param name="Imputed">The level that a missing value is taken for; null when it stays missing.</param>
internal sealed record CategoryLane(
    string Name, string Value, int[] Train, IReadOnlyList<string> Levels, CategoryKeys Keys, int? Imputed = null) : Lane(Name, Value)
{
    public override string Kind => "a category";

    /// <summary>Training rows by level.</summary>
    public int[] Counts()
    {
        var counts = new int[Levels.Count];
        foreach (var level in Train)
        {
            if (level >= 0)
                counts[level]++;
        }

        return counts;
    }

    /// <summary>Levels by descending count, ties by ordinal order.</summary>
    public int[] ByFrequency()
    {
        var counts = Counts();
        return [.. Enumerable.Range(0, Levels.Count)
            .OrderByDescending(level => counts[level])
            .ThenBy(level => Levels[level], StringComparer.Ordinal)];
    }
}
