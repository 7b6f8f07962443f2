using System.Numerics;

namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>The operations of <see cref="ArithmeticKernel{TOperation}"/>.</summary>
internal static class Arithmetic
{
    public readonly struct Add : IArithmetic
    {
        public static T Apply<T>(T left, T right)
            where T : struct, INumber<T> => unchecked(left + right);
    }

    public readonly struct Subtract : IArithmetic
    {
        public static T Apply<T>(T left, T right)
            where T : struct, INumber<T> => unchecked(left - right);
    }

    public readonly struct Multiply : IArithmetic
    {
        public static T Apply<T>(T left, T right)
            where T : struct, INumber<T> => unchecked(left * right);
    }

    /// <summary>Integers are divided toward zero.</summary>
    public readonly struct Divide : IArithmetic
    {
        public static T Apply<T>(T left, T right)
            where T : struct, INumber<T> => left / right;
    }

    /// <summary>NaN wins.</summary>
    public readonly struct Smaller : IArithmetic
    {
        public static T Apply<T>(T left, T right)
            where T : struct, INumber<T> => T.Min(left, right);
    }

    /// <summary>NaN wins.</summary>
    public readonly struct Larger : IArithmetic
    {
        public static T Apply<T>(T left, T right)
            where T : struct, INumber<T> => T.Max(left, right);
    }

    /// <summary>Mod without <c>fmod</c>: the sign of the divisor, as in Python.</summary>
    public readonly struct FloorModulo : IArithmetic
    {
        public static T Apply<T>(T left, T right)
            where T : struct, INumber<T>
        {
            var rest = left % right;
            return rest != T.Zero && T.IsNegative(rest) != T.IsNegative(right) ? rest + right : rest;
        }
    }

    /// <summary>Mod with <c>fmod</c>: the sign of the dividend, as in C.</summary>
    public readonly struct TruncatedModulo : IArithmetic
    {
        public static T Apply<T>(T left, T right)
            where T : struct, INumber<T> => left % right;
    }
}
