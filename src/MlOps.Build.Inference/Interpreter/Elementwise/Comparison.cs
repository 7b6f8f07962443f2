namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>The operations of <see cref="ComparisonKernel{TOperation}"/>; false whenever NaN takes part.</summary>
internal static class Comparison
{
    public readonly struct Equal : IComparison
    {
        public bool IsEquality => true;

        public bool Apply<T>(T left, T right)
            where T : struct => Number.Equal(left, right);
    }

    public readonly struct Less : IComparison
    {
        public bool IsEquality => false;

        public bool Apply<T>(T left, T right)
            where T : struct => Number.Less(left, right);
    }

    public readonly struct LessOrEqual : IComparison
    {
        public bool IsEquality => false;

        public bool Apply<T>(T left, T right)
            where T : struct => Number.LessOrEqual(left, right);
    }

    public readonly struct Greater : IComparison
    {
        public bool IsEquality => false;

        public bool Apply<T>(T left, T right)
            where T : struct => Number.Less(right, left);
    }

    public readonly struct GreaterOrEqual : IComparison
    {
        public bool IsEquality => false;

        public bool Apply<T>(T left, T right)
            where T : struct => Number.LessOrEqual(right, left);
    }
}
