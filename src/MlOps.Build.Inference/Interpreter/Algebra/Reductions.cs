using MlOps.Build.Inference.Interpreter.Elementwise;
namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>The reductions of <see cref="ReduceKernel{TReduction}"/>.</summary>
internal static class Reductions
{
    public readonly struct Sum : IReduction
    {
        public int? Empty => 0;

        public T Combine<T>(T sum, T value)
            where T : struct => Number.Add(sum, value);

        public T Finish<T>(T sum, int count)
            where T : struct => sum;
    }

    public readonly struct Mean : IReduction
    {
        public int? Empty => null;

        public T Combine<T>(T sum, T value)
            where T : struct => Number.Add(sum, value);

        public T Finish<T>(T sum, int count)
            where T : struct => Number.Divide(sum, Number.Of<T>(count));
    }

    public readonly struct Min : IReduction
    {
        public int? Empty => null;

        public T Combine<T>(T sum, T value)
            where T : struct => Number.Min(sum, value);

        public T Finish<T>(T sum, int count)
            where T : struct => sum;
    }

    public readonly struct Max : IReduction
    {
        public int? Empty => null;

        public T Combine<T>(T sum, T value)
            where T : struct => Number.Max(sum, value);

        public T Finish<T>(T sum, int count)
            where T : struct => sum;
    }
}
