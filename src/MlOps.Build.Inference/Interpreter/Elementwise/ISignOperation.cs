namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>An operation on one number of any type.</summary>
internal interface ISignOperation
{
    T Apply<T>(T x)
        where T : struct;
}
