namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Names cut to the room that a plot has for them.</summary>
internal static class PlotText
{
    /// <param name="text">The name.</param>
    /// <param name="units">The room, in letters; those of East Asia take two.</param>
    public static string Fit(string text, int units)
    {
        var safe = SafeText.Of(text);
        var at = 0;
        foreach (var rune in safe.EnumerateRunes())
        {
            var width = rune.Value >= 0x1100 ? 2 : 1;
            if (units - width < (at + rune.Utf16SequenceLength < safe.Length ? 1 : 0))
                return safe[..at] + "\u2026";
            (units, at) = (units - width, at + rune.Utf16SequenceLength);
        }

        return safe;
    }
}
