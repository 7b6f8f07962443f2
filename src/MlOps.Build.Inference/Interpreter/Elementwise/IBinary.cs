namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>An operation on two values; a struct, so that the loops around it are compiled for it.</summary>
internal interface IBinary<T, TResult>
{
    TResult Apply(T left, T right);
}
