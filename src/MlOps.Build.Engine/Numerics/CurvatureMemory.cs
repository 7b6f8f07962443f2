namespace MlOps.Build.Engine.Numerics;

/// <summary>The last steps and gradient changes of L-BFGS, and the direction they give (Nocedal and Wright, 2006, algorithm 7.4).</summary>
internal sealed class CurvatureMemory(int capacity)
{
    private readonly List<(double[] Step, double[] Change, double Inverse)> _pairs = [];

    /// <summary>Keeps a pair unless its curvature is not positive.</summary>
    public void Add(double[] step, double[] change)
    {
        var curvature = FixedSum.Dot(step, change);
        if (!(curvature > 1e-300) || curvature <= 1e-16 * FixedSum.Dot(change, change))
            return;
        if (_pairs.Count == capacity)
            _pairs.RemoveAt(0);
        _pairs.Add((step, change, 1 / curvature));
    }

    public void Clear() => _pairs.Clear();

    public bool IsEmpty => _pairs.Count == 0;

    /// <summary>Minus the approximate inverse Hessian times the gradient.</summary>
    public double[] Direction(double[] gradient)
    {
        var direction = Array.ConvertAll(gradient, value => -value);
        var factors = new double[_pairs.Count];
        for (var i = _pairs.Count - 1; i >= 0; i--)
        {
            factors[i] = _pairs[i].Inverse * FixedSum.Dot(_pairs[i].Step, direction);
            AddScaled(direction, _pairs[i].Change, -factors[i]);
        }

        if (_pairs.Count > 0)
        {
            var (_, change, inverse) = _pairs[^1];
            var scale = 1 / (inverse * FixedSum.Dot(change, change));
            for (var i = 0; i < direction.Length; i++)
                direction[i] *= scale;
        }

        for (var i = 0; i < _pairs.Count; i++)
        {
            var correction = factors[i] - (_pairs[i].Inverse * FixedSum.Dot(_pairs[i].Change, direction));
            AddScaled(direction, _pairs[i].Step, correction);
        }

        return direction;
    }

    private static void AddScaled(double[] target, double[] source, double factor)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] += factor * source[i];
    }
}
