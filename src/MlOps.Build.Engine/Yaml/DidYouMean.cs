namespace MlOps.Build.Engine.Yaml;

/// <summary>Finds the known name that a misspelled one most likely meant.</summary>
internal static class DidYouMean
{
    /// <summary>" Did you mean 'x'?" or, when nothing is near, an empty string.</summary>
    public static string Sentence(string unknown, IEnumerable<string> known) =>
        Nearest(unknown, known) is { } name ? $" Did you mean '{name}'?" : "";

    /// <summary>The known name within a third of the length in edits (at least 1); ties by ordinal order.</summary>
    public static string? Nearest(string unknown, IEnumerable<string> known)
    {
        var limit = Math.Max(1, unknown.Length / 3);
        return known
            .Select(name => (Name: name, Distance: Distance(unknown, name)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, case ignored.</summary>
    internal static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
                rows[i, j] = Step(rows, left, right, i, j);
        }

        return rows[left.Length, right.Length];
    }

    private static int Step(int[,] rows, string left, string right, int i, int j)
    {
        var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
        var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
        var swapped = i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]);
        return swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
