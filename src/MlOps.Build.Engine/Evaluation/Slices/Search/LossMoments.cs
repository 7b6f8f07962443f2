using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Slices.Search;

/// <summary>Mean and sample standard deviation (n - 1) of losses.</summary>
internal readonly record struct LossMoments(double Mean, double Deviation)
{
    public static LossMoments Of(double[] losses)
    {
        var mean = FixedSum.Sum(losses) / losses.Length;
        var squares = Array.ConvertAll(losses, loss => (loss - mean) * (loss - mean));
        return new LossMoments(mean, Math.Sqrt(FixedSum.Sum(squares) / (losses.Length - 1)));
    }
}
