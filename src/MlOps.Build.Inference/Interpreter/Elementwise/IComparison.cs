namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>A comparison of two numbers of any one type.</summary>
internal interface IComparison
{
    /// <summary>Whether it also makes sense for booleans and strings.</summary>
    bool IsEquality { get; }

    bool Apply<T>(T left, T right)
        where T : struct;
}
