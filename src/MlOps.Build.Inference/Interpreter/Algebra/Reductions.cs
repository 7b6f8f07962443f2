using System.Numerics;

namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>The reductions of <see cref="ReduceKernel{TReduction}"/>.</summary>
internal static class Reductions
{
    public readonly struct Sum : IReduction
    {
        public static double? Empty => 0;

        public static T Combine<T>(T sum, T value)
            where T : struct, INumber<T> => unchecked(sum + value);

        public static T Finish<T>(T sum, int count)
            where T : struct, INumber<T> => sum;
    }

    public readonly struct Mean : IReduction
    {
        public static double? Empty => null;

        public static T Combine<T>(T sum, T value)
            where T : struct, INumber<T> => unchecked(sum + value);

        public static T Finish<T>(T sum, int count)
            where T : struct, INumber<T> => sum / T.CreateChecked(count);
    }

    public readonly struct Min : IReduction
    {
        public static double? Empty => null;

        public static T Combine<T>(T sum, T value)
            where T : struct, INumber<T> => T.Min(sum, value);

        public static T Finish<T>(T sum, int count)
            where T : struct, INumber<T> => sum;
    }

    public readonly struct Max : IReduction
    {
        public static double? Empty => null;

        public static T Combine<T>(T sum, T value)
            where T : struct, INumber<T> => T.Max(sum, value);

        public static T Finish<T>(T sum, int count)
            where T : struct, INumber<T> => sum;
    }
}
