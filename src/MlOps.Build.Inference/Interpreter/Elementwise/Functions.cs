namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>The functions of <see cref="FunctionKernel{TFunction}"/>. Those of <see cref="Math"/> here are exact or correctly rounded.</summary>
internal static class Functions
{
    public readonly struct Exp : IFunction
    {
        public double Apply(double x) => DeterministicMath.Exp(x);
    }

    public readonly struct Log : IFunction
    {
        public double Apply(double x) => DeterministicMath.Log(x);
    }

    public readonly struct Sigmoid : IFunction
    {
        public double Apply(double x) => DeterministicMath.Sigmoid(x);
    }

    public readonly struct Sqrt : IFunction
    {
        public double Apply(double x) => Math.Sqrt(x);
    }

    public readonly struct Floor : IFunction
    {
        public double Apply(double x) => Math.Floor(x);
    }

    public readonly struct Ceil : IFunction
    {
        public double Apply(double x) => Math.Ceiling(x);
    }

    /// <summary>Halves to even.</summary>
    public readonly struct Round : IFunction
    {
        public double Apply(double x) => Math.Round(x, MidpointRounding.ToEven);
    }

    public readonly struct Reciprocal : IFunction
    {
        public double Apply(double x) => 1 / x;
    }
}
