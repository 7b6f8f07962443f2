namespace MlOps.Build.Engine.Numerics;

/// <summary>
/// Minimises f(x) + l1 * (|x_0| + ... + |x_(p-1)|): L-BFGS (Nocedal, 1980) with a backtracking line search, and its orthant-wise form
/// OWL-QN (Andrew and Gao, 2007) when there is an L1 penalty.
/// </summary>
internal sealed class LimitedMemoryBfgs
{
    private const int Memory = 20;
    private const int MostHalvings = 60;
    private const double SufficientDecrease = 1e-4;

    private readonly ISmoothFunction _function;
    private readonly CurvatureMemory _memory = new(Memory);

    public LimitedMemoryBfgs(ISmoothFunction function) => _function = function;

    /// <summary>The L1 penalty's weight.</summary>
    public double L1 { get; init; }

    /// <summary>The first so many variables are penalised.</summary>
    public int Penalized { get; init; }

    public required int MaxIterations { get; init; }

    /// <summary>Ends when no component of the (pseudo-)gradient is larger.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Told of each iteration's number, point and value.</summary>
    public Action<int, double[], double>? Progress { get; init; }

    public Minimum Minimize(double[] start)
    {
        var point = start;
        var gradient = new double[point.Length];
        var value = Evaluate(point, gradient);
        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            var slope = PseudoGradient(point, gradient);
            if (Largest(slope) <= Tolerance || !double.IsFinite(value))
                return new Minimum(point, value, iteration - 1, double.IsFinite(value));
            if (Step(point, gradient, slope, value) is not { } next)
                return new Minimum(point, value, iteration - 1, true);
            _memory.Add(Difference(next.Point, point), Difference(next.Gradient, gradient));
            (point, gradient, value) = next;
            Progress?.Invoke(iteration, point, value);
        }

        return new Minimum(point, value, MaxIterations, false);
    }

    // Null when no step decreases the value any more: the point is the minimum up to rounding.
    private (double[] Point, double[] Gradient, double Value)? Step(double[] point, double[] gradient, double[] slope, double value)
    {
        if (Search(point, slope, value, Direction(slope)) is { } next)
            return next;
        if (_memory.IsEmpty)
            return null;
        _memory.Clear();
        return Search(point, slope, value, Direction(slope));
    }

    private double[] Direction(double[] slope)
    {
        var direction = _memory.Direction(slope);
        // OWL-QN: only components that descend.
        for (var i = 0; L1 > 0 && i < Penalized; i++)
        {
            if (direction[i] * slope[i] >= 0)
                direction[i] = 0;
        }

        return direction;
    }

    private (double[] Point, double[] Gradient, double Value)? Search(double[] point, double[] slope, double value, double[] direction)
    {
        var length = _memory.IsEmpty ? 1 / Math.Max(1, Math.Sqrt(FixedSum.Dot(slope, slope))) : 1;
        var gradient = new double[point.Length];
        for (var halving = 0; halving < MostHalvings; halving++, length *= 0.5)
        {
            var next = Move(point, slope, direction, length);
            var expected = FixedSum.Dot(slope, Difference(next, point));
            if (!(expected < 0))
                return null;
            var nextValue = Evaluate(next, gradient);
            if (nextValue < value && nextValue <= value + (SufficientDecrease * expected))
                return (next, gradient, nextValue);
        }

        return null;
    }

    // With L1, a component that would cross zero stops there: the penalty's slope changes at that place.
    private double[] Move(double[] point, double[] slope, double[] direction, double length)
    {
        var next = new double[point.Length];
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = point[i] + (length * direction[i]);
            if (L1 <= 0 || i >= Penalized)
                continue;
            var orthant = point[i] != 0 ? Math.Sign(point[i]) : -Math.Sign(slope[i]);
            if (Math.Sign(next[i]) != orthant)
                next[i] = 0;
        }

        return next;
    }

    private double Evaluate(double[] point, double[] gradient)
    {
        var value = _function.Evaluate(point, gradient);
        if (L1 <= 0)
            return value;
        var absolute = new double[Penalized];
        for (var i = 0; i < absolute.Length; i++)
            absolute[i] = Math.Abs(point[i]);
        return value + (L1 * FixedSum.Sum(absolute));
    }

    // The subgradient of smallest size.
    private double[] PseudoGradient(double[] point, double[] gradient)
    {
        var slope = gradient.AsSpan().ToArray();
        for (var i = 0; L1 > 0 && i < Penalized; i++)
        {
            if (point[i] != 0)
                slope[i] += L1 * Math.Sign(point[i]);
            else
                slope[i] = Math.Sign(gradient[i]) * Math.Max(0, Math.Abs(gradient[i]) - L1);
        }

        return slope;
    }

    private static double[] Difference(double[] left, double[] right)
    {
        var difference = new double[left.Length];
        for (var i = 0; i < difference.Length; i++)
            difference[i] = left[i] - right[i];
        return difference;
    }

    private static double Largest(double[] values)
    {
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
