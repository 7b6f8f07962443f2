namespace MlOps.Build.Engine.Numerics;

/// <summary>
/// Minimises a function on the unit cube by the simplex of Nelder and Mead (1965), points outside moved onto its faces (Box, 1965), begun
/// again where it ended until that no longer helps.
/// </summary>
internal static class UnitCubeSimplex
{
    private const int MostSteps = 400;
    private const int MostStarts = 6;
    private const double FirstEdge = 0.1;
    private const double Gain = 1e-10;

    public static double[] Minimize(Func<double[], double> function, double[] start)
    {
        var (point, value) = (start, function(start));
        for (var begun = 0; begun < MostStarts; begun++)
        {
            var (next, lower) = Run(function, point);
            var helped = lower < value - (Gain * Math.Abs(value));
            if (lower < value)
                (point, value) = (next, lower);
            if (!helped)
                break;
        }

        return point;
    }

    private static (double[] Point, double Value) Run(Func<double[], double> function, double[] start)
    {
        var corners = Corners(start).Select(point => (Point: point, Value: function(point))).ToArray();
        for (var step = 0; step < MostSteps; step++)
        {
            // Stable: equal values keep their order.
            corners = [.. corners.OrderBy(corner => corner.Value)];
            if (!(corners[^1].Value - corners[0].Value > 1e-14 * Math.Abs(corners[0].Value)) && Size(corners) < 1e-9)
                break;
            Step(function, corners);
        }

        return corners.MinBy(corner => corner.Value);
    }

    private static void Step(Func<double[], double> function, (double[] Point, double Value)[] corners)
    {
        var (best, worst, second) = (corners[0], corners[^1], corners[^2]);
        var center = Center(corners);
        (double[] Point, double Value) At(double factor)
        {
            var point = Inside(center.Zip(worst.Point, (middle, bad) => middle + (factor * (middle - bad))));
            return (point, function(point));
        }

        var reflected = At(1);
        if (reflected.Value < best.Value)
            corners[^1] = At(2) is var further && further.Value < reflected.Value ? further : reflected;
        else if (reflected.Value < second.Value)
            corners[^1] = reflected;
        else if (At(reflected.Value < worst.Value ? 0.5 : -0.5) is var nearer && nearer.Value < Math.Min(reflected.Value, worst.Value))
            corners[^1] = nearer;
        else
            Shrink(function, corners);
    }

    private static void Shrink(Func<double[], double> function, (double[] Point, double Value)[] corners)
    {
        for (var i = 1; i < corners.Length; i++)
        {
            var point = Inside(corners[0].Point.Zip(corners[i].Point, (good, other) => (good + other) / 2));
            corners[i] = (point, function(point));
        }
    }

    private static IEnumerable<double[]> Corners(double[] start)
    {
        yield return start;
        for (var i = 0; i < start.Length; i++)
        {
            var corner = (double[])start.Clone();
            corner[i] += corner[i] < 0.5 ? FirstEdge : -FirstEdge;
            yield return corner;
        }
    }

    private static double[] Center((double[] Point, double Value)[] corners) =>
        [.. Enumerable.Range(0, corners[0].Point.Length).Select(i => FixedSum.Sum([.. corners[..^1].Select(corner => corner.Point[i])]) / (corners.Length - 1))];

    private static double Size((double[] Point, double Value)[] corners) =>
        corners.Max(corner => corner.Point.Zip(corners[0].Point, (left, right) => Math.Abs(left - right)).Max());

    private static double[] Inside(IEnumerable<double> point) => [.. point.Select(value => Math.Clamp(value, 0, 1))];
}
