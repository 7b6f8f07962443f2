namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>The same classes in another order are the same classes.</summary>
internal static class ClassOrder
{
    /// <summary>Row-major probabilities with their columns in another order.</summary>
    /// <param name="scores">One value a class and row.</param>
    /// <param name="from">The classes as the scores have them; empty for numbers.</param>
    /// <param name="to">The same classes as they are wanted.</param>
    public static float[] Of(float[] scores, IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        if (from.SequenceEqual(to, StringComparer.Ordinal))
            return scores;
        var places = to.Select(name => from.ToList().IndexOf(name)).ToArray();
        var ordered = new float[scores.Length];
        for (var i = 0; i < scores.Length; i++)
            ordered[i] = scores[(i / places.Length * places.Length) + places[i % places.Length]];
        return ordered;
    }
}
