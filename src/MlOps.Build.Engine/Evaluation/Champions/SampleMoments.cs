using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>Count, mean and sample variance (n - 1) of numbers.</summary>
internal readonly record struct SampleMoments(int Count, double Mean, double Variance)
{
    public static SampleMoments Of(double[] values)
    {
        if (values.Length == 0)
            return default;
        var mean = FixedSum.Sum(values) / values.Length;
        var squares = FixedSum.Sum(Array.ConvertAll(values, value => (value - mean) * (value - mean)));
        return new SampleMoments(values.Length, mean, values.Length < 2 ? 0 : squares / (values.Length - 1));
    }
}
