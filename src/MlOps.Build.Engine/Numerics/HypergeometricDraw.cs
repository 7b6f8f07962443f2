namespace MlOps.Build.Engine.Numerics;

/// <summary>Random counts of marked ones among rows that are drawn without replacement.</summary>
internal static class HypergeometricDraw
{
    /// <summary>One count, by inversion outwards from the mode: the steps grow with the standard deviation.</summary>
    public static long Next(SeededRandom random, long marked, long others, long drawn)
    {
        var (least, most) = (Math.Max(0, drawn - others), Math.Min(marked, drawn));
        if (least == most)
            return least;
        var mode = Math.Clamp((long)((drawn + 1.0) * (marked + 1.0) / (marked + (double)others + 2)), least, most);
        var left = random.NextDouble();
        var (below, above) = (mode, mode);
        double atBelow = SaddlePoint.Hypergeometric(mode, marked, others, drawn), atAbove = atBelow;
        left -= atBelow;
        while (left >= 0 && (below > least || above < most))
        {
            if (above < most)
            {
                atAbove *= (marked - above) / (above + 1.0) * ((drawn - above) / (others - drawn + above + 1.0));
                above++;
                if ((left -= atAbove) < 0)
                    return above;
            }

            if (below > least)
            {
                atBelow *= below / (marked - below + 1.0) * ((others - drawn + below) / (drawn - below + 1.0));
                below--;
                if ((left -= atBelow) < 0)
                    return below;
            }
        }

        return mode;
    }
}
