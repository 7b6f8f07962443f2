using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>
/// Wald's standard errors. The covariance of the variables is H⁻¹ F H⁻¹, F the Fisher information and H = F + l2 on the coefficients'
/// diagonal (le Cessie and van Houwelingen, "Ridge Estimators in Logistic Regression", 1992); without a penalty it is F⁻¹. A regression's
/// has the residual variance as factor, with n minus the trace of H⁻¹ F as degrees of freedom (Hastie, Tibshirani and Friedman, 2009, 3.50).
/// </summary>
internal sealed class CoefficientErrors
{
    private readonly FisherInformation _information;
    private readonly double[] _fisher;
    private readonly double[] _inverse;
    private readonly int _size;

    private CoefficientErrors(FisherInformation information, double[] fisher, double[] inverse)
    {
        (_information, _fisher, _inverse, _size) = (information, fisher, inverse, information.Size);
        EffectiveVariables = FixedSum.Dot(inverse, fisher);
    }

    /// <summary>The trace of H⁻¹ F: without a penalty the number of variables.</summary>
    public double EffectiveVariables { get; }

    /// <summary>Null when H has no inverse.</summary>
    public static CoefficientErrors? Of(FisherInformation information, int outputs, double l2, ThreadTeam team)
    {
        var fisher = information.Matrix(team);
        var (size, width) = (information.Size, information.Width);
        var penalized = (double[])fisher.Clone();
        for (var i = 0; i < size; i++)
            penalized[(i * size) + i] += i % width == width - 1 ? 0 : l2;
        if (outputs > 1)
            FixShifts(penalized, outputs, width, l2 > 0);
        if (Cholesky.Inverse(penalized, size) is not { } inverse)
            return null;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
                fisher[(j * size) + i] = fisher[(i * size) + j];
        }

        return new CoefficientErrors(information, fisher, inverse);
    }

    /// <summary>The variance of a sum of variables, without the residual variance: its factors by variable.</summary>
    public double Variance(double[] factors)
    {
        var image = new double[_size];
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; factors[i] != 0 && j < _size; j++)
                image[j] += factors[i] * _inverse[(i * _size) + j];
        }

        var variance = 0.0;
        for (var i = 0; i < _size; i++)
            variance += image[i] * FixedSum.Dot(image, _fisher.AsSpan(i * _size, _size));
        return variance;
    }

    // Softmax does not change when all outputs move together, so F is 0 along such shifts. They are not what the coefficients of the fit
    // differ by, whose sums over the outputs are fixed; any number added along them makes H invertible and leaves the rest as it is.
    private static void FixShifts(double[] matrix, int outputs, int width, bool interceptOnly)
    {
        var size = outputs * width;
        for (var j = interceptOnly ? width - 1 : 0; j < width; j++)
        {
            var unit = matrix[(j * size) + j];
            for (var k = 0; k < outputs; k++)
            {
                for (var l = 0; l <= k; l++)
                    matrix[(((k * width) + j) * size) + (l * width) + j] += unit;
            }
        }
    }
}
