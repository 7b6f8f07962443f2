namespace MlOps.Build.Engine.Numerics;

/// <summary>A differentiable function of many variables.</summary>
internal interface ISmoothFunction
{
    /// <summary>The number of variables.</summary>
    int Size { get; }

    /// <summary>The value at a point; fills in the gradient there.</summary>
    double Evaluate(double[] point, double[] gradient);
}
