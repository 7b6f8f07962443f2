namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>The operations of <see cref="SignKernel{TOperation}"/>.</summary>
internal static class Signs
{
    public readonly struct Negate : ISignOperation
    {
        public T Apply<T>(T x)
            where T : struct => Number.Negate(x);
    }

    public readonly struct Abs : ISignOperation
    {
        public T Apply<T>(T x)
            where T : struct => Number.Abs(x);
    }

    public readonly struct Sign : ISignOperation
    {
        public T Apply<T>(T x)
            where T : struct =>
            Number.Less(default, x) ? Number.Of<T>(1) : Number.Less(x, default) ? Number.Of<T>(-1) : Number.IsNaN(x) ? x : default;
    }

    public readonly struct Relu : ISignOperation
    {
        public T Apply<T>(T x)
            where T : struct => Number.Max(x, default);
    }
}
