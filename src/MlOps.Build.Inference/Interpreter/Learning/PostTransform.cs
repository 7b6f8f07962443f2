namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>What becomes of raw scores (<c>post_transform</c>).</summary>
internal enum PostTransform
{
    None,
    Logistic,
    Softmax,
    SoftmaxZero,
}
