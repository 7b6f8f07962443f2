using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Calibration;

/// <summary>
/// Platt's calibration ("Probabilistic Outputs for Support Vector Machines", 1999): p = 1 / (1 + e^-(slope score + intercept)) by maximum
/// likelihood against targets that are drawn a little from 0 and 1, in Newton's method with backtracking (Lin, Lin and Weng, "A Note on
/// Platt's Probabilistic Outputs", 2007).
/// </summary>
internal sealed class PlattFit
{
    private const int MostSteps = 100;
    private const double Ridge = 1e-12;

    private readonly double[] _scores;
    private readonly double[] _targets;

    private PlattFit(double[] scores, double[] targets)
    {
        _scores = scores;
        _targets = targets;
    }

    /// <summary>Slope and intercept.</summary>
    /// <param name="scores">One a row.</param>
    /// <param name="labels">0 or 1 a row, both of them there.</param>
    public static (double Slope, double Intercept) Of(double[] scores, float[] labels)
    {
        var positive = labels.Count(label => label == 1);
        var negative = labels.Length - positive;
        var (high, low) = ((positive + 1.0) / (positive + 2.0), 1 / (negative + 2.0));
        var fit = new PlattFit(scores, Array.ConvertAll(labels, label => label == 1 ? high : low));
        return fit.Minimize((0, DeterministicMath.Log((positive + 1.0) / (negative + 1.0))));
    }

    private (double Slope, double Intercept) Minimize((double Slope, double Intercept) point)
    {
        var loss = Loss(point);
        for (var step = 0; step < MostSteps; step++)
        {
            if (Search(point, Newton(point), loss) is not { } next)
                return point;
            (point, loss) = next;
        }

        return point;
    }

    private (double Slope, double Intercept) Newton((double Slope, double Intercept) point)
    {
        var terms = new double[5][];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = new double[_scores.Length];
        for (var row = 0; row < _scores.Length; row++)
        {
            var p = DeterministicMath.Sigmoid((point.Slope * _scores[row]) + point.Intercept);
            var (error, curvature, score) = (p - _targets[row], p * (1 - p), _scores[row]);
            (terms[0][row], terms[1][row]) = (error * score, error);
            (terms[2][row], terms[3][row], terms[4][row]) = (curvature * score * score, curvature * score, curvature);
        }

        var sums = Array.ConvertAll(terms, values => FixedSum.Sum(values));
        var (a, b, c) = (sums[2] + Ridge, sums[3], sums[4] + Ridge);
        var determinant = (a * c) - (b * b);
        return (((c * sums[0]) - (b * sums[1])) / determinant, ((a * sums[1]) - (b * sums[0])) / determinant);
    }

    // Null when no part of the step makes the loss smaller: the point is the minimum up to rounding.
    private ((double Slope, double Intercept) Point, double Loss)? Search(
        (double Slope, double Intercept) point, (double Slope, double Intercept) step, double loss)
    {
        for (var length = 1.0; length > 1e-10; length /= 2)
        {
            var next = (point.Slope - (length * step.Slope), point.Intercept - (length * step.Intercept));
            var value = Loss(next);
            if (value < loss)
                return (next, value);
        }

        return null;
    }

    private double Loss((double Slope, double Intercept) point)
    {
        var losses = new double[_scores.Length];
        for (var row = 0; row < losses.Length; row++)
        {
            var z = (point.Slope * _scores[row]) + point.Intercept;
            losses[row] = Math.Max(z, 0) - (_targets[row] * z) + DeterministicMath.Log1p(DeterministicMath.Exp(-Math.Abs(z)));
        }

        return FixedSum.Sum(losses);
    }
}
