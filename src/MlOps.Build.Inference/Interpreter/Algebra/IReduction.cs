namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>How values along reduced axes become one.</summary>
internal interface IReduction
{
    /// <summary>Combines; called in the order of the values.</summary>
    T Combine<T>(T sum, T value)
        where T : struct;

    /// <summary>Ends, knowing how many values there were.</summary>
    T Finish<T>(T sum, int count)
        where T : struct;

    /// <summary>What no value at all gives; null where that is an error.</summary>
    int? Empty { get; }
}
