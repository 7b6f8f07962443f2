using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Curves;

/// <summary>
/// Keeps the points that a curve bends at: starting from the ends, the point farthest from the line drawn so far is added next
/// (Ramer, 1972; Douglas and Peucker, 1973, with a limit on points in place of one on distance).
/// </summary>
internal static class CurveThinning
{
    /// <summary>The most points that a curve may have.</summary>
    public const int Limit = 200;

    public static IReadOnlyList<CurvePoint> Thin(IReadOnlyList<CurvePoint> points, int limit = Limit)
    {
        if (points.Count <= 2)
            return points;
        var kept = new SortedSet<int> { 0, points.Count - 1 };
        var spans = new PriorityQueue<CurveSpan, (double Distance, int First)>();
        Enqueue(spans, points, 0, points.Count - 1);
        while (kept.Count < limit && spans.TryDequeue(out var span, out _))
        {
            kept.Add(span.Farthest);
            Enqueue(spans, points, span.First, span.Farthest);
            Enqueue(spans, points, span.Farthest, span.Last);
        }

        return [.. kept.Select(index => points[index])];
    }

    private static void Enqueue(
        PriorityQueue<CurveSpan, (double Distance, int First)> spans, IReadOnlyList<CurvePoint> points, int first, int last)
    {
        var farthest = -1;
        var distance = 1e-12;
        for (var i = first + 1; i < last; i++)
        {
            var candidate = Distance(points[i], points[first], points[last]);
            if (candidate > distance)
                (farthest, distance) = (i, candidate);
        }

        if (farthest >= 0)
            spans.Enqueue(new CurveSpan(first, farthest, last), (-distance, first));
    }

    private static double Distance(CurvePoint point, CurvePoint start, CurvePoint end)
    {
        var (dx, dy) = (end.X - start.X, end.Y - start.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var (px, py) = (point.X - start.X, point.Y - start.Y);
        return length == 0 ? Math.Sqrt((px * px) + (py * py)) : Math.Abs((dx * py) - (dy * px)) / length;
    }
}
