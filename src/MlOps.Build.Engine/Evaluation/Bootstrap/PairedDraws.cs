using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>What resamples say of a pair of models that share them.</summary>
internal static class PairedDraws
{
    /// <summary>One over the other, place by place; NaN where one of them is.</summary>
    public static double[] Ratios(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var ratios = new double[left.Length];
        for (var i = 0; i < left.Length; i++)
            ratios[i] = left[i] / right[i];
        return ratios;
    }

    /// <summary>A ratio means something only over a value that never touches 0 nor changes its sign.</summary>
    public static bool AllAbove0(double value, ReadOnlySpan<double> draws)
    {
        var smallest = value;
        foreach (var draw in draws)
            smallest = draw < smallest ? draw : smallest;
        return smallest > 0;
    }

    /// <summary>Share of the places with two numbers in which the first is worse; NaN when there are none.</summary>
    public static double WorseShare(MetricDefinition metric, ReadOnlySpan<double> own, ReadOnlySpan<double> other)
    {
        var (worse, all) = (0, 0);
        for (var i = 0; i < own.Length; i++)
        {
            if (double.IsNaN(own[i]) || double.IsNaN(other[i]))
                continue;
            all++;
            worse += metric.Worsening(own[i], other[i]) > 0 ? 1 : 0;
        }

        return all == 0 ? double.NaN : (double)worse / all;
    }
}
