using System.Numerics;

namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>The operations of <see cref="SignKernel{TOperation}"/>.</summary>
internal static class Signs
{
    public readonly struct Negate : ISignOperation
    {
        public static T Apply<T>(T x)
            where T : struct, INumber<T> => unchecked(-x);
    }

    public readonly struct Abs : ISignOperation
    {
        public static T Apply<T>(T x)
            where T : struct, INumber<T> => T.Abs(x);
    }

    public readonly struct Sign : ISignOperation
    {
        public static T Apply<T>(T x)
            where T : struct, INumber<T> => x > T.Zero ? T.One : x < T.Zero ? -T.One : T.IsNaN(x) ? x : T.Zero;
    }

    public readonly struct Relu : ISignOperation
    {
        public static T Apply<T>(T x)
            where T : struct, INumber<T> => T.Max(x, T.Zero);
    }
}
