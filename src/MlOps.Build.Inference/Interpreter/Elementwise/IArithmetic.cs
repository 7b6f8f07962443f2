namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>An operation on two numbers of any one type.</summary>
internal interface IArithmetic
{
    T Apply<T>(T left, T right)
        where T : struct;
}
