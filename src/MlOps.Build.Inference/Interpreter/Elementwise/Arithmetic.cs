namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>The operations of <see cref="ArithmeticKernel{TOperation}"/>.</summary>
internal static class Arithmetic
{
    public readonly struct Add : IArithmetic
    {
        public T Apply<T>(T left, T right)
            where T : struct => Number.Add(left, right);
    }

    public readonly struct Subtract : IArithmetic
    {
        public T Apply<T>(T left, T right)
            where T : struct => Number.Subtract(left, right);
    }

    public readonly struct Multiply : IArithmetic
    {
        public T Apply<T>(T left, T right)
            where T : struct => Number.Multiply(left, right);
    }

    /// <summary>Integers are divided toward zero.</summary>
    public readonly struct Divide : IArithmetic
    {
        public T Apply<T>(T left, T right)
            where T : struct => Number.Divide(left, right);
    }

    /// <summary>NaN wins.</summary>
    public readonly struct Smaller : IArithmetic
    {
        public T Apply<T>(T left, T right)
            where T : struct => Number.Min(left, right);
    }

    /// <summary>NaN wins.</summary>
    public readonly struct Larger : IArithmetic
    {
        public T Apply<T>(T left, T right)
            where T : struct => Number.Max(left, right);
    }

    /// <summary>Mod without <c>fmod</c>: the sign of the divisor, as in Python.</summary>
    public readonly struct FloorModulo : IArithmetic
    {
        public T Apply<T>(T left, T right)
            where T : struct
        {
            var rest = Number.Remainder(left, right);
            return !Number.Equal(rest, default) && Number.IsNegative(rest) != Number.IsNegative(right) ? Number.Add(rest, right) : rest;
        }
    }

    /// <summary>Mod with <c>fmod</c>: the sign of the dividend, as in C.</summary>
    public readonly struct TruncatedModulo : IArithmetic
    {
        public T Apply<T>(T left, T right)
            where T : struct => Number.Remainder(left, right);
    }
}
