using System.Numerics;

namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>The operations of <see cref="ComparisonKernel{TOperation}"/>; false whenever NaN takes part.</summary>
internal static class Comparison
{
    public readonly struct Equal : IComparison
    {
        public static bool IsEquality => true;

        public static bool Apply<T>(T left, T right)
            where T : struct, INumber<T> => left == right;
    }

    public readonly struct Less : IComparison
    {
        public static bool IsEquality => false;

        public static bool Apply<T>(T left, T right)
            where T : struct, INumber<T> => left < right;
    }

    public readonly struct LessOrEqual : IComparison
    {
        public static bool IsEquality => false;

        public static bool Apply<T>(T left, T right)
            where T : struct, INumber<T> => left <= right;
    }

    public readonly struct Greater : IComparison
    {
        public static bool IsEquality => false;

        public static bool Apply<T>(T left, T right)
            where T : struct, INumber<T> => left > right;
    }

    public readonly struct GreaterOrEqual : IComparison
    {
        public static bool IsEquality => false;

        public static bool Apply<T>(T left, T right)
            where T : struct, INumber<T> => left >= right;
    }
}
