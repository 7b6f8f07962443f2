using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>Centre and scale of a regression's labels, so that gradients are near 1 whatever the labels' unit is.</summary>
internal readonly record struct LabelScale(double Center, double Scale)
{
    public static LabelScale None => new(0, 1);

    public static LabelScale Of(float[] labels)
    {
        var center = ExactSum.Mean(labels, []);
        var squares = Array.ConvertAll(labels, label => (label - center) * (label - center));
        var deviation = Math.Sqrt(FixedSum.Sum(squares) / labels.Length);
        return new LabelScale(center, deviation > 0 ? deviation : 1);
    }

    public double[] Apply(float[] labels)
    {
        var (center, scale) = this;
        return Array.ConvertAll(labels, label => (label - center) / scale);
    }
}
