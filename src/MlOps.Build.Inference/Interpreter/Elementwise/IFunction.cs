namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>A function of one real number; floats go through it as doubles and are rounded once.</summary>
internal interface IFunction
{
    double Apply(double x);
}
