using System.Numerics;

namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>How values along reduced axes become one.</summary>
internal interface IReduction
{
    /// <summary>Combines; called in the order of the values.</summary>
    static abstract T Combine<T>(T sum, T value)
        where T : struct, INumber<T>;

    /// <summary>Ends, knowing how many values there were.</summary>
    static abstract T Finish<T>(T sum, int count)
        where T : struct, INumber<T>;

    /// <summary>What no value at all gives; null where that is an error.</summary>
    static abstract double? Empty { get; }
}
